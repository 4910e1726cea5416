// name: fact_delete_keys
// over: facts
// doc: Facts of one load, each found by the mention that it starts from: of a small load among many facts.
// mode: write
// params: rows, load
// returns: n
UNWIND $rows AS row
MATCH (m:Mention {ref: row.ref})-[:IS]->(a:__A__)-[f:__TYPE__]->(b:__B__)
WHERE f.key = row.key AND f.load = $load
WITH DISTINCT f
DELETE f
RETURN count(*) AS n
