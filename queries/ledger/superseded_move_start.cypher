// name: superseded_move_start
// over: labels Person Organization Event
// doc: Superseded facts whose first end turns out to be another entity.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (x:__LABEL__ {id: row.from})-[f:SUPERSEDED]->(b)
WHERE f.fromRef = row.ref
MATCH (y:__LABEL__ {id: row.to})
WITH y, b, f, properties(f) AS props
DELETE f
CREATE (y)-[g:SUPERSEDED]->(b)
SET g = props
