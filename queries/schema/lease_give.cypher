// name: lease_give
// doc: Give a lease back, if it is ours.
// mode: write
// params: id, token
// returns:
MATCH (l:Lease {id: $id})
WHERE l.token = $token
SET l.token = '', l.expires = 0
