// name: introductions_where_person
// doc: Where given people are: areas that their bodies govern, that their posts represent, where they live; with rows.
// mode: read
// params: ids
// returns: id, type, other, area, state, key, file, row, startDate, endDate
UNWIND $ids AS wanted
MATCH (p:Person {id: wanted})-[f:HOLDS]->(t:Post)-[:IN_BODY]->(:Organization)-[:GOVERNS]->(a:Area)
RETURN DISTINCT p.id AS id, 'HOLDS' AS type, t.id AS other, a.id AS area, a.state AS state, f.key AS key,
       f.file AS file, f.row AS row, f.startDate AS startDate, f.endDate AS endDate
UNION ALL
UNWIND $ids AS wanted
MATCH (p:Person {id: wanted})-[f:HOLDS]->(t:Post)-[:REPRESENTS]->(a:Area)
RETURN DISTINCT p.id AS id, 'HOLDS' AS type, t.id AS other, a.id AS area, a.state AS state, f.key AS key,
       f.file AS file, f.row AS row, f.startDate AS startDate, f.endDate AS endDate
UNION ALL
UNWIND $ids AS wanted
MATCH (p:Person {id: wanted})-[f:LOCATED_IN]->(a:Area)
RETURN DISTINCT p.id AS id, 'LOCATED_IN' AS type, a.id AS other, a.id AS area, a.state AS state, f.key AS key,
       f.file AS file, f.row AS row, f.startDate AS startDate, f.endDate AS endDate
