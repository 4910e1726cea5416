// name: network_posts
// doc: Who holds or held which post, with its dates, as parallel lists in one row.
// mode: read
// params:
// returns: who, posts, names, roles, starts, ends
MATCH (p:Person)-[h:HOLDS]->(t:Post)
RETURN collect(p.id) AS who, collect(t.id) AS posts, collect(coalesce(t.name, t.role, '')) AS names,
       collect(coalesce(h.role, t.role, '')) AS roles, collect(coalesce(h.startDate, '')) AS starts,
       collect(coalesce(h.endDate, '')) AS ends
