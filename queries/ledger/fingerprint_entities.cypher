// name: fingerprint_entities
// over: labels
// doc: Every entity with its properties.
// mode: read
// params: after, limit
// returns: props
MATCH (n:__LABEL__)
WHERE n.id > $after
RETURN properties(n) AS props
ORDER BY n.id
LIMIT $limit
