// name: network_events_organizations
// doc: Events with the organizations that attended as such. One row an event.
// mode: read
// params:
// returns: id, name, startAt, who
MATCH (e:Event)<-[:ATTENDED]-(o:Organization)
RETURN e.id AS id, e.name AS name, e.startAt AS startAt, collect(DISTINCT o.id) AS who
ORDER BY id
