// name: network_active
// doc: Where an organization is active, as parallel lists in one row.
// mode: read
// params:
// returns: ids, areas, starts, ends
MATCH (o:Organization)-[f:ACTIVE_IN]->(a:Area)
RETURN collect(o.id) AS ids, collect(a.id) AS areas, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends
