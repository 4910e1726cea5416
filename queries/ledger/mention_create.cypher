// name: mention_create
// over: labels
// doc: New mentions, each of the entity that it is. All stands in the CREATE itself: setting the block keys afterwards
// writes each mention twice on the embedded server.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.entity})
CREATE (m:Mention {key: row.key, ref: row.ref, label: row.label, namespace: row.namespace, name: row.name, source: row.source, data: row.data, loads: row.loads, file: row.file, row: row.row, block1: row.blocks.block1, block2: row.blocks.block2, block3: row.blocks.block3, block4: row.blocks.block4, block5: row.blocks.block5, block6: row.blocks.block6})
CREATE (m)-[:IS {by: row.by}]->(n)
