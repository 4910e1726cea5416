// name: policy_of_person
// doc: The policies that a person cares about, or sponsors a measure of.
// mode: read
// params: id
// returns: id, name
MATCH (:Person {id: $id})-[:INTERESTED_IN]->(t:Policy)
RETURN t.id AS id, t.name AS name
UNION
MATCH (:Person {id: $id})-[:SPONSORED]->(:Measure)-[:ENACTS]->(t:Policy)
RETURN t.id AS id, t.name AS name
UNION
MATCH (:Person {id: $id})-[:WORKS_ON]->(:Campaign)-[:ABOUT]->(t:Policy)
RETURN t.id AS id, t.name AS name
