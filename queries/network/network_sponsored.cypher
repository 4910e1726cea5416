// name: network_sponsored
// doc: Who sponsored a measure that enacts which policy, as parallel lists in one row.
// mode: read
// params:
// returns: who, targets, names
MATCH (p:Person)-[:SPONSORED]->(m:Measure)-[:ENACTS]->(t:Policy)
RETURN collect(p.id) AS who, collect(t.id) AS targets, collect(coalesce(t.name, t.id)) AS names
