// name: policy_measures
// doc: The measures that enact a policy, where, by which body, how each stands, and the row that says so.
// mode: read
// params: policy
// returns: id, props, area, body, bodyName, file, row
MATCH (m:Measure)-[f:ENACTS]->(:Policy {id: $policy})
OPTIONAL MATCH (m)-[:IN_AREA]->(a:Area)
OPTIONAL MATCH (m)-[:IN_BODY]->(o:Organization)
RETURN m.id AS id, properties(m) AS props, a.id AS area, o.id AS body, o.name AS bodyName, f.file AS file, f.row AS row
ORDER BY id, area, body, file, row
