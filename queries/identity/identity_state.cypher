// name: identity_state
// doc: By which rules and thresholds the graph was matched; no row for a graph older than that.
// mode: read
// params:
// returns: mark
MATCH (s:Schema {id: 'identity'})
RETURN s.mark AS mark
