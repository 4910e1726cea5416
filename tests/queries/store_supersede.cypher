// name: store_supersede
// doc: As the ledger does it: the old relationship goes, the new one keeps its properties.
// mode: write
// params: keys, by
// returns:
MATCH (a:Issue)-[f:ABOUT]->(b:Issue)
WHERE f.key IN $keys
WITH DISTINCT a, b, f, properties(f) AS props
DELETE f
CREATE (a)-[s:SUPERSEDED]->(b)
SET s = props, s.was = 'ABOUT', s.by = $by
