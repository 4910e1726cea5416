// name: explore_names
// over: labels
// doc: The names of these entities.
// mode: read
// params: ids
// returns: id, name
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})
RETURN n.id AS id, n.name AS name
