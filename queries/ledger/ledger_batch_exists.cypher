// name: ledger_batch_exists
// doc: Whether a batch was committed.
// mode: read
// params: id
// returns: id
MATCH (b:Batch {id: $id})
RETURN b.id AS id
