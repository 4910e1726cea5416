// name: import_close
// doc: An import is whole.
// mode: write
// params:
// returns:
MATCH (s:Schema {id: 'import'})
DELETE s
