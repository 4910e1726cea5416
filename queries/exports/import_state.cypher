// name: import_state
// doc: The import that is under way or was interrupted: of which file, and how many of its lines are in.
// mode: read
// params:
// returns: mark, done
MATCH (s:Schema {id: 'import'})
RETURN s.mark AS mark, s.done AS done
