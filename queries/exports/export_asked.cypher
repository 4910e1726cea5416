// name: export_asked
// over: labels Person Organization
// doc: Who is a side of any introduction: of these it is looked whether their addresses are hidden.
// mode: read
// params:
// returns: id
MATCH (n:__LABEL__)<-[:PARTY]-(:Introduction)
RETURN DISTINCT n.id AS id
ORDER BY id
