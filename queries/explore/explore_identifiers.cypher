// name: explore_identifiers
// doc: The providers' ids of one entity with the rows that gave them.
// mode: read
// over: labels
// params: id
// returns: identifier, source, file, row, loads
MATCH (m:Mention)-[:IS]->(n:__LABEL__ {id: $id})
MATCH (m)-[:IDENTIFIED_BY]->(i:Identifier)
RETURN i.id AS identifier, m.source AS source, m.file AS file, m.row AS row, m.loads AS loads
ORDER BY identifier, file, row
