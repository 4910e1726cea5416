// name: explore_reach
// doc: What lies one fact away from these entities, either way round: one step of a path search.
// mode: read
// over: labels
// params: ids, types
// returns: a, b, labels
UNWIND $ids AS wanted
MATCH (n:__LABEL__ {id: wanted})-[r]-(m)
WHERE type(r) IN $types
RETURN DISTINCT n.id AS a, m.id AS b, labels(m) AS labels
ORDER BY a, b
