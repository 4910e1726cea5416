// name: coalition_posts
// doc: Every seat of every body, held or not, as parallel lists in one row.
// mode: read
// params:
// returns: posts, names, bodies
MATCH (t:Post)-[:IN_BODY]->(o:Organization)
RETURN collect(t.id) AS posts, collect(coalesce(t.name, t.seat, t.role, '')) AS names, collect(o.id) AS bodies
