// name: retired_children
// doc: Ids that led to these, with the records that they stood for: what a split gives back.
// mode: read
// params: ids
// returns: id, now, refs
UNWIND $ids AS id
MATCH (r:Retired {now: id})
RETURN r.id AS id, r.now AS now, r.refs AS refs
