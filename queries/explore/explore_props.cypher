// name: explore_props
// doc: All properties of one entity, for its profile.
// mode: read
// over: labels
// params: id
// returns: props
MATCH (n:__LABEL__ {id: $id})
RETURN properties(n) AS props
