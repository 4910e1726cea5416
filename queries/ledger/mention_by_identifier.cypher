// name: mention_by_identifier
// doc: The mentions that carry one of these provider ids.
// mode: read
// params: ids
// returns: key, ref, label, data, loads, entity
UNWIND $ids AS id
MATCH (i:Identifier {id: id})<-[:IDENTIFIED_BY]-(m:Mention)-[:IS]->(n)
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
