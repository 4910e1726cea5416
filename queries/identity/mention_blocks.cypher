// name: mention_blocks
// doc: The block keys of mentions, as the rules of today make them; a null takes one away.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})
SET m += row.blocks
