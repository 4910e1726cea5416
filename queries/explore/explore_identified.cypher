// name: explore_identified
// doc: The entities that a provider's id names (ocd-person, olms, ein, …), through the mentions that carry it.
// mode: read
// params: ids
// returns: label, id
UNWIND $ids AS wanted
MATCH (i:Identifier {id: wanted})<-[:IDENTIFIED_BY]-(m:Mention)-[:IS]->(n)
RETURN DISTINCT m.label AS label, n.id AS id
ORDER BY id
