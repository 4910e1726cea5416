// name: fingerprint_facts
// over: labels
// doc: Every fact that starts at an entity of a label, superseded ones included, gathered at its first end.
// mode: read
// params: after, limit
// returns: a, facts
MATCH (a:__LABEL__)
WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
OPTIONAL MATCH (a)-[f]->(b)
WITH a, [x IN collect([type(f), b.id, properties(f)]) WHERE x[1] IS NOT NULL] AS facts
RETURN a.id AS a, facts
ORDER BY a
