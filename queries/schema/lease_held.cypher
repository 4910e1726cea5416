// name: lease_held
// doc: Whether a lease is still ours; asked at the end of each transaction of its holder.
// mode: read
// params: id, token
// returns: mine
MATCH (l:Lease {id: $id})
WHERE l.token = $token
RETURN true AS mine
