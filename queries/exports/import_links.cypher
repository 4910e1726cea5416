// name: import_links
// doc: Which provider ids mentions carry, both in the graph already.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})
MATCH (i:Identifier {id: row.id})
CREATE (m)-[:IDENTIFIED_BY]->(i)
