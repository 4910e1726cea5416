// name: network_body_areas
// doc: Which area a body governs, as parallel lists in one row.
// mode: read
// params:
// returns: ids, areas
MATCH (o:Organization)-[:GOVERNS]->(a:Area)
RETURN collect(o.id) AS ids, collect(a.id) AS areas
