// name: network_events_organizations
// doc: Events with the organizations that attended as such. One row an event.
// mode: read
// params:
// returns: id, name, startAt, who
MATCH (e:Event)<-[:ATTENDED]-(o:Organization)
WITH e, collect(o.id) AS who
RETURN e.id AS id, e.name AS name, e.startAt AS startAt, who
