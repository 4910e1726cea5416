// name: mention_pages
// doc: Every mention of a person, an organization or an event, page by page.
// mode: read
// params: after, limit
// returns: key, ref, label, data, loads, entity
MATCH (m:Mention)-[:IS]->(n)
WHERE m.key > $after AND m.label IN ['Person', 'Organization', 'Event']
RETURN m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
ORDER BY key
LIMIT $limit
