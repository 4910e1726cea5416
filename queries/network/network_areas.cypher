// name: network_areas
// doc: Every area's name, type and state, as parallel lists in one row.
// mode: read
// params:
// returns: ids, names, types, states
MATCH (a:Area)
RETURN collect(a.id) AS ids, collect(coalesce(a.name, a.id)) AS names, collect(coalesce(a.type, '')) AS types,
       collect(coalesce(a.state, '')) AS states
