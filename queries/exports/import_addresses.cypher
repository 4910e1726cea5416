// name: import_addresses
// doc: Which addresses mentions carry, both in the graph already.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})
MATCH (c:Contact {id: row.id})
CREATE (m)-[:HAS_CONTACT]->(c)
