// name: explore_between
// doc: Every fact of the asked types that leads from some of these entities to some others: the lines of a picture.
// mode: read
// over: labels
// params: ids, others, types, limit
// returns: a, b, type, props
UNWIND $ids AS wanted
MATCH (n:__LABEL__ {id: wanted})-[r]->(m)
WHERE type(r) IN $types AND m.id IN $others
RETURN n.id AS a, m.id AS b, type(r) AS type, properties(r) AS props
ORDER BY a, b, type, r.key
LIMIT $limit
