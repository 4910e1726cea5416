// name: policy_sponsors
// doc: Who sponsored the measures that enact a policy, with the row that says so.
// mode: read
// params: policy
// returns: measure, id, name, role, file, row
MATCH (p:Person)-[f:SPONSORED]->(m:Measure)-[:ENACTS]->(:Policy {id: $policy})
RETURN DISTINCT m.id AS measure, p.id AS id, p.name AS name, coalesce(f.role, '') AS role, f.file AS file, f.row AS row
ORDER BY measure, id, file, row
