// name: ledger_batches
// doc: What the batches of these loads with these numbers wrote: fact keys, and the records that assert nothing any more.
// mode: read
// params: loads, first, last
// returns: load, n, keys, records
UNWIND $loads AS wanted
MATCH (l:Load {id: wanted})-[:WROTE]->(b:Batch)
WHERE b.n >= $first AND b.n <= $last
RETURN l.id AS load, b.n AS n, b.keys AS keys, b.records AS records
ORDER BY load, n
