// name: ledger_batches
// doc: What the batches of one load wrote: fact keys, and the records that assert nothing any more.
// mode: read
// params: load
// returns: n, keys, records
MATCH (l:Load {id: $load})-[:WROTE]->(b:Batch)
RETURN b.n AS n, b.keys AS keys, b.records AS records
ORDER BY b.n
