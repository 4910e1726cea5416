// name: snapshot_ties
// over: facts HOLDS MEMBER_OF STAFF_OF BOARD_OF LEADS AFFILIATED_WITH
// doc: All that one source says of who holds what or belongs where, with how both ends are called.
// mode: read
// params: source
// returns: key, a, b, fromRef, toRef, aName, bName, state, endDate, endSaid, endedBy
MATCH (a:__A__)-[f:__TYPE__]->(b:__B__)
WHERE f.source = $source
RETURN f.key AS key, a.id AS a, b.id AS b, f.fromRef AS fromRef, f.toRef AS toRef,
       coalesce(a.name, a.id) AS aName, coalesce(b.name, b.id) AS bName, coalesce(b.state, '') AS state,
       f.endDate AS endDate, f.endSaid AS endSaid, f.endedBy AS endedBy
