// name: import_anything
// doc: Whether the graph holds anything: an import needs an empty one.
// mode: read
// params:
// returns: found
MATCH (n)
WHERE NOT n:Schema AND NOT n:Lease
RETURN true AS found
LIMIT 1
