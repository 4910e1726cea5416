// name: explore_loads
// doc: Who made these loads, and when.
// mode: read
// params: ids
// returns: id, who, at
UNWIND $ids AS wanted
MATCH (l:Load {id: wanted})
RETURN l.id AS id, l.who AS who, l.startedAt AS at
ORDER BY id
