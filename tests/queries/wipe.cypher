// name: wipe
// doc: Takes up to 10,000 nodes out of a test graph, and their relationships; the schema's own node stays.
// mode: write
// params:
// returns: n
MATCH (n)
WHERE NOT n:Schema
WITH n LIMIT 10000
DETACH DELETE n
RETURN count(*) AS n
