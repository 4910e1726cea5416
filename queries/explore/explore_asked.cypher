// name: explore_asked
// doc: The introductions in which somebody is a side, as far as their addresses are hidden for them.
// mode: read
// over: labels Person Organization
// params: id
// returns: status, because, until
MATCH (n:__LABEL__ {id: $id})<-[:PARTY]-(i:Introduction)
RETURN DISTINCT i.status AS status, i.because AS because, i.until AS until
