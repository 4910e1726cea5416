// name: policy_alternatives
// doc: Policies that are an alternative to one, either way round, and in how many areas each has a measure.
// mode: read
// params: policy
// returns: id, name, areas
MATCH (:Policy {id: $policy})-[:ALTERNATIVE_TO]-(o:Policy)
OPTIONAL MATCH (o)<-[:ENACTS]-(:Measure)-[:IN_AREA]->(a:Area)
RETURN o.id AS id, o.name AS name, count(DISTINCT a) AS areas
ORDER BY id
