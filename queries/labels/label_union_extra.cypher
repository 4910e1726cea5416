// name: label_union_extra
// doc: Organizations labelled Union that are classified otherwise.
// mode: read
// params:
// returns: id
MATCH (n:Union)
WHERE n.classification IS NULL OR n.classification <> 'union'
RETURN n.id AS id
ORDER BY id
