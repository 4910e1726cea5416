// name: network_knows
// doc: Who knows whom, as asserted or observed, as parallel lists in one row.
// mode: read
// params:
// returns: a, b, strengths, contacts, starts, ends
MATCH (a:Person)-[f:KNOWS]->(b:Person)
RETURN collect(a.id) AS a, collect(b.id) AS b, collect(coalesce(f.strength, 3)) AS strengths,
       collect(coalesce(f.lastContactAt, '')) AS contacts, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends
