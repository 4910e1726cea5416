// name: review_facts
// over: labels Person Organization Event
// doc: How many facts of each type name one entity: what moves when it turns out to be another.
// mode: read
// params: id
// returns: type, facts
MATCH (n:__LABEL__ {id: $id})-[f]-(m)
WHERE type(f) <> 'IS'
RETURN type(f) AS type, count(f) AS facts
ORDER BY facts DESC, type
