// name: coalition_works
// doc: Who works on which campaign, for it or against it, with the row that says so, as parallel lists in one row.
// mode: read
// over: facts WORKS_ON
// params:
// returns: who, campaigns, roles, stances, influences, starts, ends, files, rows, loads
MATCH (n:__A__)-[f:__TYPE__]->(c:__B__)
RETURN collect(n.id) AS who, collect(c.id) AS campaigns, collect(coalesce(f.role, '')) AS roles,
       collect(coalesce(f.stance, '')) AS stances, collect(coalesce(f.influence, '')) AS influences,
       collect(coalesce(f.startDate, '')) AS starts, collect(coalesce(f.endDate, '')) AS ends,
       collect(coalesce(f.file, '')) AS files, collect(coalesce(f.row, 0)) AS rows,
       collect(coalesce(f.load, '')) AS loads
