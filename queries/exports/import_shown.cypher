// name: import_shown
// doc: Notes of what was shown, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
CREATE (s:Shown {id: row.id})
SET s += row
