// name: explore_things
// doc: Entities that are neither people nor organizations, by id, with the areas they are in: one row an area.
// mode: read
// over: labels Post Area Event Issue Campaign Policy Measure Resource
// params: ids
// returns: id, name, type, state, startAt, areaName, areaState, areaType
UNWIND $ids AS wanted
MATCH (n:__LABEL__ {id: wanted})
OPTIONAL MATCH (n)-[:LOCATED_IN|IN_AREA|REPRESENTS]->(a:Area)
RETURN DISTINCT n.id AS id, n.name AS name, n.type AS type, n.state AS state, n.startAt AS startAt,
       a.name AS areaName, a.state AS areaState, a.type AS areaType
ORDER BY id, areaName
