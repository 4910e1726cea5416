// name: mention_by_load
// doc: The mentions that a load lists: sifted out before anything is followed from them.
// mode: read
// params: load
// returns: key, ref, label, data, loads, entity
MATCH (m:Mention)
WHERE $load IN m.loads
MATCH (m)-[:IS]->(n)
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
