// name: network_about
// doc: What an event was about, as parallel lists in one row.
// mode: read
// over: facts ABOUT:Event:Issue ABOUT:Event:Campaign ABOUT:Event:Policy
// params:
// returns: events, targets, names
MATCH (e:__A__)-[:__TYPE__]->(t:__B__)
RETURN collect(e.id) AS events, collect(t.id) AS targets, collect(coalesce(t.name, t.id)) AS names
