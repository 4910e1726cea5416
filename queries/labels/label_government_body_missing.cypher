// name: label_government_body_missing
// doc: Organizations of the classification “government body” that are not labelled so.
// mode: read
// params:
// returns: id
MATCH (n:Organization)
WHERE n.classification = 'government body' AND NOT n:GovernmentBody
RETURN n.id AS id
ORDER BY id
