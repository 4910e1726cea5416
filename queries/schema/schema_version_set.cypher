// name: schema_version_set
// doc: Notes that a migration is done.
// mode: write
// params: version
// returns:
MERGE (s:Schema {id: 'lpgraph'})
SET s.version = $version
