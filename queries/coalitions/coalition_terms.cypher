// name: coalition_terms
// doc: Who holds or held which seat of which body, with the row that says so, as parallel lists in one row.
// mode: read
// params:
// returns: who, posts, names, bodies, starts, ends, files, rows
MATCH (p:Person)-[f:HOLDS]->(t:Post)-[:IN_BODY]->(o:Organization)
RETURN collect(p.id) AS who, collect(t.id) AS posts, collect(coalesce(t.name, t.seat, t.role, '')) AS names,
       collect(o.id) AS bodies, collect(coalesce(f.startDate, '')) AS starts, collect(coalesce(f.endDate, '')) AS ends,
       collect(coalesce(f.file, '')) AS files, collect(coalesce(f.row, 0)) AS rows
