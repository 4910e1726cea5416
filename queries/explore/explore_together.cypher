// name: explore_together
// doc: The people who attended the same events as this person, most events first.
// mode: read
// params: id, limit
// returns: id, events
MATCH (n:Person {id: $id})-[:ATTENDED]->(e:Event)
WITH DISTINCT e
MATCH (e)<-[:ATTENDED]-(p:Person)
WHERE p.id <> $id
RETURN p.id AS id, count(DISTINCT e) AS events
ORDER BY events DESC, id
LIMIT $limit
