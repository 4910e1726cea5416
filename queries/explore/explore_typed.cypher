// name: explore_typed
// doc: What was typed by hand of one entity alone (a correction, a gate, an address), however many rows others wrote.
// mode: read
// over: labels
// params: id, source
// returns: key, name, source, file, row, loads, data
MATCH (m:Mention)-[:IS]->(n:__LABEL__ {id: $id})
WHERE m.source = $source
RETURN m.key AS key, m.name AS name, m.source AS source, m.file AS file, m.row AS row, m.loads AS loads, m.data AS data
ORDER BY file, row, key
