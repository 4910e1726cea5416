// name: entity_create
// over: labels
// doc: Entities that are not there yet (entity_there says so, under the writer's lease).
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
CREATE (n:__LABEL__ {id: row.id})
SET n += row.props
