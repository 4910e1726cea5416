// name: ledger_batch_put
// doc: The mark of one batch, in the transaction that writes its data. Its unique id makes a replay fail whole.
// mode: write
// params: id, load, n, keys, types, refs, rows, files, records
// returns:
MATCH (l:Load {id: $load})
CREATE (b:Batch {id: $id, load: $load, n: $n, keys: $keys, types: $types, refs: $refs, rows: $rows, files: $files, records: $records})
CREATE (l)-[:WROTE]->(b)
