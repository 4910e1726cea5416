// name: introductions_where_organization
// doc: Where given organizations are: areas where they are active, or that they govern; with rows.
// mode: read
// params: ids
// returns: id, type, other, area, state, key, file, row, startDate, endDate
UNWIND $ids AS wanted
MATCH (o:Organization {id: wanted})-[f:ACTIVE_IN|GOVERNS]->(a:Area)
RETURN DISTINCT o.id AS id, type(f) AS type, a.id AS other, a.id AS area, a.state AS state, f.key AS key,
       f.file AS file, f.row AS row, f.startDate AS startDate, f.endDate AS endDate
ORDER BY id, key
