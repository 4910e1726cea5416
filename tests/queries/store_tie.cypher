// name: store_tie
// doc: A relationship between two issues.
// mode: write
// params: a, b, props
// returns:
MATCH (a:Issue {id: $a})
MATCH (b:Issue {id: $b})
CREATE (a)-[f:ABOUT]->(b)
SET f = $props
