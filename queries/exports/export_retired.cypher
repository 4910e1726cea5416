// name: export_retired
// doc: Every id that is no more, with the one that stands for it, page by page.
// mode: read
// params: after, limit
// returns: props
MATCH (r:Retired)
WHERE r.id > $after
RETURN properties(r) AS props
ORDER BY r.id
LIMIT $limit
