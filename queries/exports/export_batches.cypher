// name: export_batches
// doc: The marks of the ledger's batches, page by page.
// mode: read
// params: after, limit
// returns: props
MATCH (b:Batch)
WHERE b.id > $after
RETURN properties(b) AS props
ORDER BY b.id
LIMIT $limit
