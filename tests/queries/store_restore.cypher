// name: store_restore
// doc: And back.
// mode: write
// params: keys
// returns:
MATCH (a:Issue)-[s:SUPERSEDED]->(b:Issue)
WHERE s.key IN $keys AND s.was = 'ABOUT'
WITH DISTINCT a, b, s, properties(s) AS props
DELETE s
CREATE (a)-[f:ABOUT]->(b)
SET f = props
REMOVE f.was, f.by
