// name: network_members
// doc: Who belongs to which organization, how and from when to when, as parallel lists in one row.
// mode: read
// params:
// returns: who, organizations, types, roles, starts, ends
MATCH (p:Person)-[f:MEMBER_OF|STAFF_OF|BOARD_OF|LEADS]->(o:Organization)
RETURN collect(p.id) AS who, collect(o.id) AS organizations, collect(type(f)) AS types,
       collect(coalesce(f.role, '')) AS roles, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends
