// name: import_mark
// doc: How many lines of a file are in; in the transaction that writes them, so that a replay finds them done.
// mode: write
// params: mark, done
// returns:
MERGE (s:Schema {id: 'import'})
SET s.mark = $mark, s.done = $done
