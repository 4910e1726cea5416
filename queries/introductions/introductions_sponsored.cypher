// name: introductions_sponsored
// doc: The measures that given people sponsored and that enact given policies, with the file and row of the sponsorship.
// mode: read
// params: rows
// returns: a, b, measure, key, file, row
UNWIND $rows AS wanted
MATCH (p:Person {id: wanted.a})-[f:SPONSORED]->(m:Measure)-[:ENACTS]->(t:Policy {id: wanted.b})
RETURN DISTINCT p.id AS a, t.id AS b, m.id AS measure, f.key AS key, f.file AS file, f.row AS row
ORDER BY a, b, key
