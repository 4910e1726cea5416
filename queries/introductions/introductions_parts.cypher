// name: introductions_parts
// doc: Who has which part in which introduction, as parallel lists in one row.
// mode: read
// over: facts PARTY BROKER OWNER FOR
// params:
// returns: records, others, names, refs, sides, optIns
MATCH (i:Introduction)-[f:__TYPE__]->(x:__B__)
RETURN collect(i.id) AS records, collect(x.id) AS others, collect(coalesce(x.name, x.id)) AS names,
       collect(f.toRef) AS refs, collect(coalesce(f.side, '')) AS sides, collect(coalesce(f.optIn, '')) AS optIns
