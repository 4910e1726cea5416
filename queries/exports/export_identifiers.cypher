// name: export_identifiers
// doc: Every id that holds across sources, page by page.
// mode: read
// params: after, limit
// returns: props
MATCH (i:Identifier)
WHERE i.id > $after
RETURN properties(i) AS props
ORDER BY i.id
LIMIT $limit
