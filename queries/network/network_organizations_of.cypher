// name: network_organizations_of
// doc: These organizations as the network shows them: what a small load touched is read again.
// mode: read
// params: ids
// returns: id, name, class, city, state, noContact, noIntroduce
UNWIND $ids AS id
MATCH (o:Organization {id: id})
RETURN o.id AS id, coalesce(o.name, o.id) AS name, coalesce(o.classification, '') AS class,
       coalesce(o.city, '') AS city, coalesce(o.state, '') AS state, coalesce(o.doNotContact, false) AS noContact,
       coalesce(o.doNotIntroduce, false) AS noIntroduce
