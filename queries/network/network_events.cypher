// name: network_events
// doc: Events with the people who attended, as often as somebody says so; registered is not attended. One row an event.
// mode: read
// params:
// returns: id, name, startAt, who
MATCH (e:Event)<-[:ATTENDED]-(p:Person)
WITH e, collect(p.id) AS who
RETURN e.id AS id, e.name AS name, e.startAt AS startAt, who
