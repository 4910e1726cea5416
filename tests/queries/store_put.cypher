// name: store_put
// doc: Merges issues by id with their properties.
// mode: write
// params: rows
// returns: id
UNWIND $rows AS row
MERGE (n:Issue {id: row.id})
SET n += row.props
RETURN n.id AS id
