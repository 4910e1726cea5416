// name: mention_by_load
// doc: The mentions that a load lists.
// mode: read
// params: load
// returns: key, ref, label, data, loads, entity
MATCH (m:Mention)-[:IS]->(n)
WHERE $load IN m.loads
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
