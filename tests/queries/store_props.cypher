// name: store_props
// doc: All properties of an issue.
// mode: read
// params: id
// returns: props
MATCH (n:Issue {id: $id})
RETURN properties(n) AS props
