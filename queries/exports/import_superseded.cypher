// name: import_superseded
// over: facts
// doc: Facts that something newer replaced, with all that they carry, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (a:__A__ {id: row.a})
MATCH (b:__B__ {id: row.b})
CREATE (a)-[f:SUPERSEDED]->(b)
SET f = row.props
