// name: explore_together_total
// doc: How many people attended at least one event that this person attended.
// mode: read
// params: id
// returns: people
MATCH (n:Person {id: $id})-[:ATTENDED]->(e:Event)
WITH DISTINCT e
MATCH (e)<-[:ATTENDED]-(p:Person)
WHERE p.id <> $id
RETURN count(DISTINCT p) AS people
