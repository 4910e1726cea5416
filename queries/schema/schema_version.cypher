// name: schema_version
// doc: The number of the last migration that this graph has had; no row for a new graph.
// mode: read
// params:
// returns: version
MATCH (s:Schema {id: 'lpgraph'})
RETURN s.version AS version
