// name: policy_list
// doc: Every policy with the number of its measures and of the areas that have one.
// mode: read
// params:
// returns: id, name, measures, areas
MATCH (p:Policy)
OPTIONAL MATCH (p)<-[:ENACTS]-(m:Measure)
OPTIONAL MATCH (m)-[:IN_AREA]->(a:Area)
RETURN p.id AS id, p.name AS name, count(DISTINCT m) AS measures, count(DISTINCT a) AS areas
ORDER BY name, id
