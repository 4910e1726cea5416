// name: explore_degree
// doc: How many facts of the asked types one entity has.
// mode: read
// over: labels
// params: id, types
// returns: facts
MATCH (n:__LABEL__ {id: $id})-[r]-(m)
WHERE type(r) IN $types
RETURN count(r) AS facts
