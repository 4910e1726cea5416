// name: explore_mentions
// doc: How each source row wrote one entity.
// mode: read
// over: labels
// params: id, limit
// returns: key, ref, name, source, file, row, loads, data
MATCH (m:Mention)-[:IS]->(n:__LABEL__ {id: $id})
RETURN m.key AS key, m.ref AS ref, m.name AS name, m.source AS source, m.file AS file, m.row AS row, m.loads AS loads, m.data AS data
ORDER BY file, row, key
LIMIT $limit
