// name: export_addresses
// over: labels Person Organization
// doc: The e-mail addresses and phone numbers of these people or organizations. Private.
// mode: read
// params: ids
// returns: id, kind, value
UNWIND $ids AS wanted
MATCH (n:__LABEL__ {id: wanted})<-[:IS]-(m:Mention)
MATCH (m)-[:HAS_CONTACT]->(c:Contact)
RETURN DISTINCT n.id AS id, c.kind AS kind, c.value AS value
ORDER BY id, kind, value
