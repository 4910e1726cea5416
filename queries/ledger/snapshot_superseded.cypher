// name: snapshot_superseded
// doc: What one source said before of who holds what or belongs where.
// mode: read
// params: source, types
// returns: key, was, a, b, fromRef, toRef, endDate, endSaid, endedBy
MATCH (a)-[f:SUPERSEDED]->(b)
WHERE f.source = $source AND f.was IN $types
RETURN f.key AS key, f.was AS was, a.id AS a, b.id AS b, f.fromRef AS fromRef, f.toRef AS toRef,
       f.endDate AS endDate, f.endSaid AS endSaid, f.endedBy AS endedBy
