// name: mention_create
// over: labels
// doc: New mentions, each of the entity that it is.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.entity})
CREATE (m:Mention {key: row.key, ref: row.ref, label: row.label, namespace: row.namespace, name: row.name, source: row.source, data: row.data, loads: row.loads, file: row.file, row: row.row})
SET m += row.blocks
CREATE (m)-[:IS {by: row.by}]->(n)
