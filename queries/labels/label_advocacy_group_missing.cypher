// name: label_advocacy_group_missing
// doc: Organizations of the classification “advocacy” that are not labelled so.
// mode: read
// params:
// returns: id
MATCH (n:Organization)
WHERE n.classification = 'advocacy' AND NOT n:AdvocacyGroup
RETURN n.id AS id
ORDER BY id
