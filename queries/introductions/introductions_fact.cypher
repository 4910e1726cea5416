// name: introductions_fact
// doc: The facts of one type between given pairs, each with the file and row that says so.
// mode: read
// over: facts ATTENDED KNOWS MEMBER_OF STAFF_OF BOARD_OF LEADS WORKS_ON INTERESTED_IN ADVISES_ON ABOUT:Event:Issue
//       ABOUT:Event:Campaign ABOUT:Event:Policy DO_NOT_INTRODUCE AFFILIATED_WITH SPONSORED:Person:Measure ENACTS
//       ABOUT:Campaign:Policy
// params: rows
// returns: a, b, key, file, row, startDate, endDate
UNWIND $rows AS wanted
MATCH (x:__A__ {id: wanted.a})-[f:__TYPE__]->(y:__B__ {id: wanted.b})
RETURN x.id AS a, y.id AS b, f.key AS key, f.file AS file, f.row AS row, f.startDate AS startDate, f.endDate AS endDate
ORDER BY a, b, key
