// name: snapshot_bodies
// doc: Which body each post of a source is of.
// mode: read
// params: source
// returns: key, post, ref, body, name, state
MATCH (:Post)-[f:IN_BODY]->(o:Organization)
WHERE f.source = $source
OPTIONAL MATCH (o)-[:GOVERNS]->(area:Area)
RETURN f.key AS key, f.fromRef AS post, f.toRef AS ref, o.id AS body, coalesce(o.name, o.id) AS name,
       coalesce(o.state, area.state, '') AS state
