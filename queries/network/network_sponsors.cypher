// name: network_sponsors
// doc: Who sponsored which measure, as what; as parallel lists in one row.
// mode: read
// params:
// returns: who, measures, roles
MATCH (p:Person)-[f:SPONSORED]->(m:Measure)
RETURN collect(p.id) AS who, collect(m.id) AS measures, collect(coalesce(f.role, '')) AS roles
