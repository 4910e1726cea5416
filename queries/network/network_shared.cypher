// name: network_shared
// doc: Who works on, cares about or advises on which campaign, policy or issue, as parallel lists in one row.
// mode: read
// over: facts WORKS_ON INTERESTED_IN ADVISES_ON
// params:
// returns: who, targets, names, stances, starts, ends
MATCH (n:__A__)-[f:__TYPE__]->(t:__B__)
RETURN collect(n.id) AS who, collect(t.id) AS targets, collect(coalesce(t.name, t.id)) AS names,
       collect(coalesce(f.stance, f.role, '')) AS stances, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends
