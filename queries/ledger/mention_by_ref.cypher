// name: mention_by_ref
// doc: The mentions of these refs, with the entity that each is.
// mode: read
// params: refs
// returns: key, ref, label, data, loads, entity
UNWIND $refs AS ref
MATCH (m:Mention {ref: ref})-[:IS]->(n)
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
