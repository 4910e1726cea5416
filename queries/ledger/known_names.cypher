// name: known_names
// over: labels Policy Campaign Issue
// doc: What entities of a label are called, so that a slip of the pen can be told from a new name.
// mode: read
// params:
// returns: id, name
MATCH (n:__LABEL__)
RETURN n.id AS id, coalesce(n.name, '') AS name
ORDER BY id
