// name: fact_create
// over: facts
// doc: New facts between entities, with properties of their own. What every fact carries stands in the CREATE itself:
// setting it afterwards writes each relationship twice on the embedded server.
// mode: write
// params: rows, source, load
// returns:
UNWIND $rows AS row
MATCH (a:__A__ {id: row.a})
MATCH (b:__B__ {id: row.b})
CREATE (a)-[f:__TYPE__ {key: row.key, file: row.file, row: row.row, fromRef: row.fromRef, toRef: row.toRef, source: $source, load: $load}]->(b)
SET f += row.props
