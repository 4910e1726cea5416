// name: entity_delete
// over: labels
// doc: Entities of which no mention is left.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})
DETACH DELETE n
