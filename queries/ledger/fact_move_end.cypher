// name: fact_move_end
// over: facts
// doc: Facts whose second end turns out to be another entity.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (x:__B__ {id: row.from})<-[f:__TYPE__]-(a:__A__)
WHERE f.toRef = row.ref
MATCH (y:__B__ {id: row.to})
WITH y, a, f, properties(f) AS props
DELETE f
CREATE (a)-[g:__TYPE__]->(y)
SET g = props
