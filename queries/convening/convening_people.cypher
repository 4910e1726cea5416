// name: convening_people
// doc: Who registered for an event or attended it, with each status; one row a fact.
// mode: read
// params: event
// returns: id, type, status
MATCH (p:Person)-[f:REGISTERED_FOR|ATTENDED]->(:Event {id: $event})
RETURN p.id AS id, type(f) AS type, coalesce(f.status, '') AS status
ORDER BY id, type, status
