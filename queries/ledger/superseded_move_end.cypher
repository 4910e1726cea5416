// name: superseded_move_end
// over: labels Person Organization Event
// doc: Superseded facts whose second end turns out to be another entity.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (x:__LABEL__ {id: row.from})<-[f:SUPERSEDED]-(a)
WHERE f.toRef = row.ref
MATCH (y:__LABEL__ {id: row.to})
WITH y, a, f, properties(f) AS props
DELETE f
CREATE (a)-[g:SUPERSEDED]->(y)
SET g = props
