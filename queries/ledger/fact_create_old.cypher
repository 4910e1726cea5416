// name: fact_create_old
// over: facts
// doc: Facts of which something newer is known already.
// mode: write
// params: rows, source, load
// returns:
UNWIND $rows AS row
MATCH (a:__A__ {id: row.a})
MATCH (b:__B__ {id: row.b})
CREATE (a)-[f:SUPERSEDED]->(b)
SET f = row.props, f.source = $source, f.load = $load, f.was = '__TYPE__', f.by = row.by
