// name: fact_supersede
// over: facts
// doc: Facts that a newer version of their record no longer says.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {ref: row.ref})-[:IS]->(a:__A__)-[f:__TYPE__]->(b:__B__)
WHERE f.key = row.key
WITH DISTINCT a, b, f, properties(f) AS props, row.by AS by
DELETE f
CREATE (a)-[s:SUPERSEDED]->(b)
SET s = props, s.was = '__TYPE__', s.by = by
