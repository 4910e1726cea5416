// name: fingerprint_mentions
// doc: Every mention and the entity that it is.
// mode: read
// params: after, limit
// returns: key, label, entity
MATCH (m:Mention)-[:IS]->(n)
WHERE m.key > $after
RETURN m.key AS key, m.label AS label, n.id AS entity
ORDER BY m.key
LIMIT $limit
