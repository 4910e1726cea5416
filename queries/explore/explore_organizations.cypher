// name: explore_organizations
// doc: Organizations by id with the areas that they govern or are active in: one row an area.
// mode: read
// params: ids
// returns: id, name, classification, city, state, areaName, areaState, areaType
UNWIND $ids AS wanted
MATCH (o:Organization {id: wanted})
OPTIONAL MATCH (o)-[:GOVERNS|ACTIVE_IN]->(a:Area)
RETURN DISTINCT o.id AS id, o.name AS name, o.classification AS classification, o.city AS city, o.state AS state,
       a.name AS areaName, a.state AS areaState, a.type AS areaType
ORDER BY id, areaName
