// name: fact_end
// over: facts HOLDS MEMBER_OF STAFF_OF BOARD_OF LEADS AFFILIATED_WITH
// doc: Say when facts end that a whole list no longer has, what their own rows say of it, and which load ended them.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {ref: row.ref})-[:IS]->(a:__A__)-[f:__TYPE__|SUPERSEDED]->(b:__B__)
WHERE f.key = row.key
SET f.endDate = row.end, f.endSaid = row.said, f.endedBy = row.by
