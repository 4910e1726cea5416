// name: store_all
// doc: Every issue.
// mode: read
// params:
// returns: id, name
MATCH (n:Issue)
RETURN n.id AS id, n.name AS name
ORDER BY id
