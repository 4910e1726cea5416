// name: network_post_bodies
// doc: Which body a post is in, as parallel lists in one row.
// mode: read
// params:
// returns: posts, bodies
MATCH (t:Post)-[:IN_BODY]->(o:Organization)
RETURN collect(t.id) AS posts, collect(o.id) AS bodies
