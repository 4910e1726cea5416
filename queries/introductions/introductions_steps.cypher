// name: introductions_steps
// doc: The steps of these introductions as they were written, with the entries that say them.
// mode: read
// params: ids
// returns: id, key, data, loads
UNWIND $ids AS wanted
MATCH (i:Introduction {id: wanted})<-[:IS]-(m:Mention)
RETURN i.id AS id, m.key AS key, m.data AS data, m.loads AS loads
ORDER BY id, key
