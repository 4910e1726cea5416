// name: introductions_seat
// doc: The posts that given people hold or held in given bodies, each with the file and row that says so.
// mode: read
// params: rows
// returns: a, b, post, key, file, row, startDate, endDate
UNWIND $rows AS wanted
MATCH (p:Person {id: wanted.a})-[f:HOLDS]->(t:Post)-[:IN_BODY]->(o:Organization {id: wanted.b})
RETURN DISTINCT p.id AS a, o.id AS b, t.id AS post, f.key AS key, f.file AS file, f.row AS row,
       f.startDate AS startDate, f.endDate AS endDate
ORDER BY a, b, key
