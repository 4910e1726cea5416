// name: explore_homes
// doc: Where people are located, for those whose posts do not say it.
// mode: read
// params: ids
// returns: id, areaName, areaState, areaType
UNWIND $ids AS wanted
MATCH (p:Person {id: wanted})-[:LOCATED_IN]->(a:Area)
RETURN DISTINCT p.id AS id, a.name AS areaName, a.state AS areaState, a.type AS areaType
ORDER BY id, areaName
