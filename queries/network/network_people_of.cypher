// name: network_people_of
// doc: These people as the network shows them: what a small load touched is read again, not everybody.
// mode: read
// params: ids
// returns: id, name, city, state, status, noContact, noIntroduce
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN p.id AS id, coalesce(p.name, p.id) AS name, coalesce(p.city, '') AS city, coalesce(p.state, '') AS state,
       coalesce(p.status, '') AS status, coalesce(p.doNotContact, false) AS noContact,
       coalesce(p.doNotIntroduce, false) AS noIntroduce
