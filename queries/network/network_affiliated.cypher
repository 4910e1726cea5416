// name: network_affiliated
// doc: Which organizations are affiliated, as parallel lists in one row.
// mode: read
// params:
// returns: locals, parents, starts, ends
MATCH (a:Organization)-[f:AFFILIATED_WITH]->(b:Organization)
RETURN collect(a.id) AS locals, collect(b.id) AS parents, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends
