// name: ledger_batches
// doc: What the batches of these loads wrote: fact keys, and the records that assert nothing any more.
// mode: read
// params: loads
// returns: load, n, keys, records
UNWIND $loads AS wanted
MATCH (l:Load {id: wanted})-[:WROTE]->(b:Batch)
RETURN l.id AS load, b.n AS n, b.keys AS keys, b.records AS records
ORDER BY load, n
