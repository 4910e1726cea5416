// name: mention_by_contact
// doc: The mentions that carry one of these e-mails or phones.
// mode: read
// params: ids
// returns: key, ref, label, data, loads, entity
UNWIND $ids AS id
MATCH (c:Contact {id: id})<-[:HAS_CONTACT]-(m:Mention)-[:IS]->(n)
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
