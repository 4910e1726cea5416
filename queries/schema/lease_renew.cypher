// name: lease_renew
// doc: Push the end of a lease that is still ours; no row when another took it.
// mode: write
// params: id, token, ms
// returns: mine
MATCH (l:Lease {id: $id})
SET l.asked = timestamp()
WITH l WHERE l.token = $token
SET l.expires = timestamp() + $ms
RETURN true AS mine
