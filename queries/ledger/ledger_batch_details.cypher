// name: ledger_batch_details
// doc: Where each fact of a load stands: its type, the mention it starts at, its row and file.
// mode: read
// params: load
// returns: n, keys, types, refs, rows, files
MATCH (l:Load {id: $load})-[:WROTE]->(b:Batch)
RETURN b.n AS n, b.keys AS keys, b.types AS types, b.refs AS refs, b.rows AS rows, b.files AS files
ORDER BY b.n
