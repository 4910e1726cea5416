// name: entity_put
// over: labels
// doc: Entities as their mentions make them; a null takes a property away.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MERGE (n:__LABEL__ {id: row.id})
SET n += row.props
