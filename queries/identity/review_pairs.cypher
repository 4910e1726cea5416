// name: review_pairs
// doc: The open questions whether two records are one, with the entity that each is now.
// mode: read
// params:
// returns: a, b, p, label, why, entityA, entityB
MATCH (q:ReviewPair)
MATCH (m:Mention {ref: q.a})-[:IS]->(x)
MATCH (n:Mention {ref: q.b})-[:IS]->(y)
WHERE x.id <> y.id
RETURN DISTINCT q.a AS a, q.b AS b, q.p AS p, q.label AS label, q.why AS why, x.id AS entityA, y.id AS entityB
ORDER BY p DESC, a, b
