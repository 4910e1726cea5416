// name: export_nodes
// over: labels
// doc: Every entity of a label with its properties and how many mentions it rests on, page by page.
// mode: read
// params: after, limit
// returns: props, rows
MATCH (n:__LABEL__)
WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
RETURN properties(n) AS props, COUNT { (n)<-[:IS]-(:Mention) } AS rows
ORDER BY n.id
