// name: coalition_measures
// doc: Which measure enacts which policy in which area, and since when it stands where, as parallel lists in one row.
// mode: read
// params:
// returns: measures, names, policies, areas, dates
MATCH (m:Measure)-[:ENACTS]->(p:Policy)
MATCH (m)-[:IN_AREA]->(a:Area)
RETURN collect(m.id) AS measures, collect(coalesce(m.number, m.name, m.id)) AS names, collect(p.id) AS policies,
       collect(a.id) AS areas, collect(coalesce(m.stageDate, '')) AS dates
