// name: network_people
// doc: Everybody, as parallel lists in one row.
// mode: read
// params:
// returns: ids, names, cities, states, statuses, noContact, noIntroduce
MATCH (p:Person)
RETURN collect(p.id) AS ids, collect(coalesce(p.name, p.id)) AS names, collect(coalesce(p.city, '')) AS cities,
       collect(coalesce(p.state, '')) AS states, collect(coalesce(p.status, '')) AS statuses,
       collect(coalesce(p.doNotContact, false)) AS noContact,
       collect(coalesce(p.doNotIntroduce, false)) AS noIntroduce
