// name: network_events_of
// doc: These events with the people, or the organizations, who attended; one row an event that somebody attended.
// mode: read
// over: facts ATTENDED
// params: ids
// returns: id, name, startAt, who
UNWIND $ids AS id
MATCH (e:__B__ {id: id})<-[:__TYPE__]-(n:__A__)
RETURN e.id AS id, e.name AS name, e.startAt AS startAt, collect(DISTINCT n.id) AS who
