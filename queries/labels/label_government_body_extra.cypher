// name: label_government_body_extra
// doc: Organizations labelled GovernmentBody that are classified otherwise.
// mode: read
// params:
// returns: id
MATCH (n:GovernmentBody)
WHERE n.classification IS NULL OR n.classification <> 'government body'
RETURN n.id AS id
ORDER BY id
