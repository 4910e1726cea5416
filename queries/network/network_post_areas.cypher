// name: network_post_areas
// doc: Which area a post represents, as parallel lists in one row.
// mode: read
// params:
// returns: ids, areas
MATCH (t:Post)-[:REPRESENTS]->(a:Area)
RETURN collect(t.id) AS ids, collect(a.id) AS areas
