// name: export_facts
// over: labels
// doc: Every fact that starts at an entity of a label, superseded ones included, gathered at its first end, page by page.
// mode: read
// params: after, limit
// returns: start, facts
MATCH (a:__LABEL__)
WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
OPTIONAL MATCH (a)-[f]->(b)
WITH a, [x IN collect([type(f), labels(b), b.id, properties(f)]) WHERE x[2] IS NOT NULL] AS facts
RETURN a.id AS start, facts
ORDER BY start
