// name: lease_take
// doc: Take or renew a lease if it is free, ours, run out, or held by a process known to be dead; else say who holds
//   it. The first SET takes the node's lock, so that what is read after it is the newest. An end further ahead than a
//   lease can reach is from a clock that was wrong.
// mode: write
// params: id, token, dead, holder, host, pid, born, ms
// returns: mine, holder, token, host, pid, born
MERGE (l:Lease {id: $id})
SET l.asked = timestamp()
WITH l, coalesce(l.token, '') IN ['', $token, $dead]
  OR coalesce(l.expires, 0) < timestamp()
  OR l.expires > timestamp() + 2 * $ms AS mine
SET l.holder = CASE WHEN mine THEN $holder ELSE l.holder END,
    l.host = CASE WHEN mine THEN $host ELSE l.host END,
    l.pid = CASE WHEN mine THEN $pid ELSE l.pid END,
    l.born = CASE WHEN mine THEN $born ELSE l.born END,
    l.expires = CASE WHEN mine THEN timestamp() + $ms ELSE l.expires END,
    l.token = CASE WHEN mine THEN $token ELSE l.token END
RETURN mine, l.holder AS holder, l.token AS token, l.host AS host, l.pid AS pid, l.born AS born
