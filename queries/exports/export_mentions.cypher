// name: export_mentions
// doc: Every mention with the entity that it is, its provider ids and its addresses, page by page.
// mode: read
// params: after, limit
// returns: props, entity, by, ids, contacts
MATCH (m:Mention)-[is:IS]->(n)
WHERE m.key > $after
WITH m, is.by AS by, n.id AS entity
ORDER BY m.key
LIMIT $limit
OPTIONAL MATCH (m)-[:IDENTIFIED_BY]->(i:Identifier)
WITH m, by, entity, collect(i.id) AS ids
OPTIONAL MATCH (m)-[:HAS_CONTACT]->(c:Contact)
WITH m, by, entity, ids, collect(c.id) AS contacts
RETURN properties(m) AS props, entity, by, ids, contacts
ORDER BY m.key
