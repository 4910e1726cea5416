// name: network_homes
// doc: Where a person is located, as parallel lists in one row.
// mode: read
// params:
// returns: ids, areas
MATCH (p:Person)-[:LOCATED_IN]->(a:Area)
RETURN collect(p.id) AS ids, collect(a.id) AS areas
