// name: import_facts
// over: facts
// doc: Facts with all that they carry, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (a:__A__ {id: row.a})
MATCH (b:__B__ {id: row.b})
CREATE (a)-[f:__TYPE__]->(b)
SET f = row.props
