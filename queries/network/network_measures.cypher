// name: network_measures
// doc: Measures that enact a policy: how each stands, since when, and where; by area, else by the area of its body.
// mode: read
// params:
// returns: ids, policies, names, numbers, urls, stages, results, dates, areas, bodies
MATCH (m:Measure)-[:ENACTS]->(t:Policy)
OPTIONAL MATCH (m)-[:IN_AREA]->(a:Area)
OPTIONAL MATCH (m)-[:IN_BODY]->(:Organization)-[:GOVERNS]->(b:Area)
RETURN collect(m.id) AS ids, collect(t.id) AS policies, collect(coalesce(t.name, t.id)) AS names,
       collect(coalesce(m.number, m.name, '')) AS numbers, collect(coalesce(m.url, '')) AS urls,
       collect(coalesce(m.stage, '')) AS stages, collect(coalesce(m.result, '')) AS results,
       collect(coalesce(m.stageDate, '')) AS dates, collect(coalesce(a.id, '')) AS areas,
       collect(coalesce(b.id, '')) AS bodies
