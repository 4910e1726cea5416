// name: explore_facts
// doc: Every fact of the asked types at one entity, both ways round ('out' when the fact starts at it), newest first;
// who and what merely lies in a place comes last.
// mode: read
// over: labels
// params: id, types, limit
// returns: way, type, props, otherId, otherName, otherLabels
MATCH (n:__LABEL__ {id: $id})-[r]->(m)
WHERE type(r) IN $types
RETURN 'out' AS way, type(r) AS type, properties(r) AS props, m.id AS otherId, m.name AS otherName,
       labels(m) AS otherLabels
ORDER BY CASE WHEN type(r) IN ['LOCATED_IN', 'WITHIN'] THEN 1 ELSE 0 END, coalesce(r.endDate, r.startDate, '') DESC,
         r.key
LIMIT $limit
UNION ALL
MATCH (n:__LABEL__ {id: $id})<-[r]-(m)
WHERE type(r) IN $types
RETURN 'in' AS way, type(r) AS type, properties(r) AS props, m.id AS otherId, m.name AS otherName,
       labels(m) AS otherLabels
ORDER BY CASE WHEN type(r) IN ['LOCATED_IN', 'WITHIN'] THEN 1 ELSE 0 END, coalesce(r.endDate, r.startDate, '') DESC,
         r.key
LIMIT $limit
