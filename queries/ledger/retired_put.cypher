// name: retired_put
// doc: An id that is no more, and the one that stands for it now.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MERGE (r:Retired {id: row.id})
SET r.now = row.now, r.refs = row.refs
