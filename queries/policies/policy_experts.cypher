// name: policy_experts
// doc: Who advises on a policy, as what (legal, fiscal, research), with the row that says so.
// mode: read
// params: policy
// returns: id, name, kind, note, start, end, file, row
MATCH (p:Person)-[f:ADVISES_ON]->(:Policy {id: $policy})
RETURN p.id AS id, p.name AS name, coalesce(f.kind, '') AS kind, coalesce(f.note, '') AS note,
       coalesce(f.startDate, '') AS start, coalesce(f.endDate, '') AS end, f.file AS file, f.row AS row
ORDER BY id, kind, file, row
