// name: explore_contacts
// doc: E-mail addresses and phone numbers of one person or organization with the rows that gave them. Private.
// mode: read
// over: labels Person Organization
// params: id
// returns: kind, value, source, file, row, loads
MATCH (m:Mention)-[:IS]->(n:__LABEL__ {id: $id})
MATCH (m)-[:HAS_CONTACT]->(c:Contact)
RETURN c.kind AS kind, c.value AS value, m.source AS source, m.file AS file, m.row AS row, m.loads AS loads
ORDER BY kind, value, file, row
