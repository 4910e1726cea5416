// name: fact_create_bare
// over: facts
// doc: New facts that say no more than that they are. A row is a list (ids of both ends, key, file, row, refs of both ends),
// which both servers read faster than a map.
// mode: write
// params: rows, source, load
// returns:
UNWIND $rows AS row
MATCH (a:__A__ {id: row[0]})
MATCH (b:__B__ {id: row[1]})
CREATE (a)-[:__TYPE__ {key: row[2], file: row[3], row: row[4], fromRef: row[5], toRef: row[6], source: $source, load: $load}]->(b)
