// name: ledger_load_put
// doc: Write or change one line of the ledger.
// mode: write
// params: id, props
// returns:
MERGE (l:Load {id: $id})
SET l += $props
