// name: fingerprint_facts
// over: facts
// doc: Every fact of a type, gathered at its first end.
// mode: read
// params: after, limit
// returns: a, facts
MATCH (a:__A__)
WHERE a.id > $after AND EXISTS { (a)-[:__TYPE__]->(:__B__) }
WITH a ORDER BY a.id LIMIT $limit
MATCH (a)-[f:__TYPE__]->(b:__B__)
RETURN a.id AS a, collect([b.id, properties(f)]) AS facts
ORDER BY a
