// name: mention_loads
// doc: Say again which loads list these mentions.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})
SET m.loads = row.loads
