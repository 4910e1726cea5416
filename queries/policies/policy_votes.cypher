// name: policy_votes
// doc: How many voted how on the measures that enact a policy.
// mode: read
// params: policy
// returns: measure, vote, people
MATCH (p:Person)-[f:VOTED]->(m:Measure)-[:ENACTS]->(:Policy {id: $policy})
RETURN m.id AS measure, coalesce(f.vote, '') AS vote, count(DISTINCT p) AS people
ORDER BY measure, vote
