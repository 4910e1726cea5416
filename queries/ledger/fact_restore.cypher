// name: fact_restore
// over: facts
// doc: Superseded facts that are the newest word again.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {ref: row.ref})-[:IS]->(a:__A__)-[s:SUPERSEDED]->(b:__B__)
WHERE s.key = row.key AND s.was = '__TYPE__'
WITH DISTINCT a, b, s, properties(s) AS props
DELETE s
CREATE (a)-[f:__TYPE__]->(b)
SET f = props
REMOVE f.was, f.by
