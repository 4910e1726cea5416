// name: policy_sponsors
// doc: Who sponsored the measures that enact a policy, with the row that says so, and whether they may be asked.
// mode: read
// params: policy
// returns: measure, id, name, role, file, row, quiet, until
MATCH (p:Person)-[f:SPONSORED]->(m:Measure)-[:ENACTS]->(:Policy {id: $policy})
RETURN DISTINCT m.id AS measure, p.id AS id, p.name AS name, coalesce(f.role, '') AS role, f.file AS file, f.row AS row,
  coalesce(p.doNotContact, false) OR coalesce(p.doNotIntroduce, false) AS quiet, coalesce(p.snoozeUntil, '') AS until
ORDER BY measure, id, file, row
