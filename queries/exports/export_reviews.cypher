// name: export_reviews
// doc: Every open question whether two records are one, page by page.
// mode: read
// params: after, limit
// returns: props
MATCH (q:ReviewPair)
WHERE q.id > $after
RETURN properties(q) AS props
ORDER BY q.id
LIMIT $limit
