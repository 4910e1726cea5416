// name: network_cities
// doc: What is compared of areas: state, population and form of government, as parallel lists in one row.
// mode: read
// params:
// returns: ids, names, states, populations, forms
MATCH (a:Area)
RETURN collect(a.id) AS ids, collect(coalesce(a.name, a.id)) AS names, collect(coalesce(a.state, '')) AS states,
       collect(coalesce(a.population, 0)) AS populations, collect(coalesce(a.formOfGovernment, '')) AS forms
