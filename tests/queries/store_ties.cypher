// name: store_ties
// doc: Every relationship between issues.
// mode: read
// params:
// returns: a, type, b, props
MATCH (a:Issue)-[f]->(b:Issue)
RETURN a.id AS a, type(f) AS type, b.id AS b, properties(f) AS props
ORDER BY a, type, b
