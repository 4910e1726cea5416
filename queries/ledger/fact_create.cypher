// name: fact_create
// over: facts
// doc: New facts between entities.
// mode: write
// params: rows, source, load
// returns:
UNWIND $rows AS row
MATCH (a:__A__ {id: row.a})
MATCH (b:__B__ {id: row.b})
CREATE (a)-[f:__TYPE__]->(b)
SET f = row.props, f.source = $source, f.load = $load
