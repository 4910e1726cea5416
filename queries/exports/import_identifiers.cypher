// name: import_identifiers
// doc: Ids that hold across sources, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
CREATE (i:Identifier {id: row.id})
SET i += row
