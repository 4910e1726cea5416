// name: import_loads
// doc: Lines of the ledger, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
CREATE (l:Load {id: row.id})
SET l += row
