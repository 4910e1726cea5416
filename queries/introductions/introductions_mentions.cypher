// name: introductions_mentions
// doc: The rows that wrote a given word into what they say of a person or organization (a state, a gate).
// mode: read
// over: labels Person Organization
// params: ids, word
// returns: id, key, file, row
UNWIND $ids AS wanted
MATCH (n:__LABEL__ {id: wanted})<-[:IS]-(m:Mention)
WHERE m.data CONTAINS $word
RETURN n.id AS id, m.key AS key, m.file AS file, m.row AS row
ORDER BY id, key
