// name: policy_resources
// doc: Resources about a policy, or about a measure that enacts it, with the row that says so.
// mode: read
// params: policy
// returns: id, name, type, url, measure, file, row
MATCH (r:Resource)-[f:ABOUT]->(:Policy {id: $policy})
RETURN r.id AS id, r.name AS name, coalesce(r.type, '') AS type, coalesce(r.url, '') AS url, '' AS measure,
       f.file AS file, f.row AS row
UNION ALL
MATCH (r:Resource)-[f:ABOUT]->(m:Measure)-[:ENACTS]->(:Policy {id: $policy})
RETURN r.id AS id, r.name AS name, coalesce(r.type, '') AS type, coalesce(r.url, '') AS url, m.id AS measure,
       f.file AS file, f.row AS row
