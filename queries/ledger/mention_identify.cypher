// name: mention_identify
// doc: Tie new mentions to their provider ids.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})
MERGE (i:Identifier {id: row.id})
CREATE (m)-[:IDENTIFIED_BY]->(i)
