// name: fingerprint_superseded
// doc: Every superseded fact.
// mode: read
// params:
// returns: a, b, props
MATCH (a)-[f:SUPERSEDED]->(b)
RETURN a.id AS a, b.id AS b, properties(f) AS props
