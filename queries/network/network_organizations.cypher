// name: network_organizations
// doc: Every organization, as parallel lists in one row.
// mode: read
// params:
// returns: ids, names, classes, cities, states, noContact, noIntroduce
MATCH (o:Organization)
RETURN collect(o.id) AS ids, collect(coalesce(o.name, o.id)) AS names, collect(coalesce(o.classification, '')) AS classes,
       collect(coalesce(o.city, '')) AS cities, collect(coalesce(o.state, '')) AS states,
       collect(coalesce(o.doNotContact, false)) AS noContact, collect(coalesce(o.doNotIntroduce, false)) AS noIntroduce
