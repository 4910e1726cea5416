// name: fact_move_start
// over: facts
// doc: Facts whose first end turns out to be another entity.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (x:__A__ {id: row.from})-[f:__TYPE__]->(b:__B__)
WHERE f.fromRef = row.ref
MATCH (y:__A__ {id: row.to})
WITH y, b, f, properties(f) AS props
DELETE f
CREATE (y)-[g:__TYPE__]->(b)
SET g = props
