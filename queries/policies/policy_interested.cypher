// name: policy_interested
// doc: People and organizations that care about a policy, with the row that says so.
// mode: read
// over: facts INTERESTED_IN:Person:Policy INTERESTED_IN:Organization:Policy
// params: policy
// returns: id, name, stance, start, end, file, row
MATCH (n:__A__)-[f:__TYPE__]->(:__B__ {id: $policy})
RETURN n.id AS id, n.name AS name, coalesce(f.stance, '') AS stance, coalesce(f.startDate, '') AS start,
       coalesce(f.endDate, '') AS end, f.file AS file, f.row AS row
ORDER BY id, file, row
