// name: network_advisers
// doc: Who advises on which policy, as what, and until when; as parallel lists in one row.
// mode: read
// params:
// returns: who, policies, names, kinds, starts, ends
MATCH (p:Person)-[f:ADVISES_ON]->(t:Policy)
RETURN collect(p.id) AS who, collect(t.id) AS policies, collect(coalesce(t.name, t.id)) AS names,
       collect(coalesce(f.kind, '')) AS kinds, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends
