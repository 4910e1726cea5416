// name: fact_attribute
// over: facts
// doc: Facts that another load goes on asserting: say which, and its row.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {ref: row.ref})-[:IS]->(a:__A__)-[f:__TYPE__|SUPERSEDED]->(b:__B__)
WHERE f.key = row.key
SET f.load = row.load, f.file = row.file, f.row = row.row
