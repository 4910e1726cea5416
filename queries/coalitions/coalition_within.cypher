// name: coalition_within
// doc: Which area lies in which, as parallel lists in one row.
// mode: read
// params:
// returns: ids, parents
MATCH (a:Area)-[:WITHIN]->(b:Area)
RETURN collect(a.id) AS ids, collect(b.id) AS parents
