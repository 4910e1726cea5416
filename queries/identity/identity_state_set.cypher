// name: identity_state_set
// doc: Notes by which rules and thresholds the graph is matched.
// mode: write
// params: mark
// returns:
MERGE (s:Schema {id: 'identity'})
SET s.mark = $mark
