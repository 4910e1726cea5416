// name: convening_events
// doc: Events with enough people to seat, newest first, with how many registered or came.
// mode: read
// params: least, limit
// returns: id, name, startAt, people
MATCH (e:Event)<-[:REGISTERED_FOR|ATTENDED]-(p:Person)
WITH e, count(DISTINCT p) AS people
WHERE people >= $least
RETURN e.id AS id, coalesce(e.name, e.id) AS name, coalesce(e.startAt, '') AS startAt, people
ORDER BY startAt DESC, id
LIMIT $limit
