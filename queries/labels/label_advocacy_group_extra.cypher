// name: label_advocacy_group_extra
// doc: Organizations labelled AdvocacyGroup that are classified otherwise.
// mode: read
// params:
// returns: id
MATCH (n:AdvocacyGroup)
WHERE n.classification IS NULL OR n.classification <> 'advocacy'
RETURN n.id AS id
ORDER BY id
