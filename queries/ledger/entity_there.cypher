// name: entity_there
// over: labels
// doc: Which of these entities are there.
// mode: read
// params: ids
// returns: id
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})
RETURN n.id AS id
