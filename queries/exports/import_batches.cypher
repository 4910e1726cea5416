// name: import_batches
// doc: Marks of the ledger's batches, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (l:Load {id: row.load})
CREATE (b:Batch {id: row.id})
SET b += row
CREATE (l)-[:WROTE]->(b)
