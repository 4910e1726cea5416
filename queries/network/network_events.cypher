// name: network_events
// doc: Events with the people who attended; registered is not attended. One row an event.
// mode: read
// params:
// returns: id, name, startAt, who
MATCH (e:Event)<-[:ATTENDED]-(p:Person)
RETURN e.id AS id, e.name AS name, e.startAt AS startAt, collect(DISTINCT p.id) AS who
ORDER BY id
