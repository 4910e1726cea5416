// name: label_union_missing
// doc: Organizations of the classification “union” that are not labelled so.
// mode: read
// params:
// returns: id
MATCH (n:Organization)
WHERE n.classification = 'union' AND NOT n:Union
RETURN n.id AS id
ORDER BY id
