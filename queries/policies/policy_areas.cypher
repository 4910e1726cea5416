// name: policy_areas
// doc: Areas as a comparison of cities needs them: name, state, type, population, form of government.
// mode: read
// params: ids
// returns: id, name, state, type, population, form
UNWIND $ids AS wanted
MATCH (a:Area {id: wanted})
RETURN a.id AS id, coalesce(a.name, a.id) AS name, coalesce(a.state, '') AS state, coalesce(a.type, '') AS type,
       a.population AS population, coalesce(a.formOfGovernment, '') AS form
ORDER BY id
