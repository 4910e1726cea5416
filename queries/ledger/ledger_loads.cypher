// name: ledger_loads
// doc: Every load of the ledger, oldest first.
// mode: read
// params:
// returns: load
MATCH (l:Load)
RETURN properties(l) AS load
ORDER BY l.seq, l.id
