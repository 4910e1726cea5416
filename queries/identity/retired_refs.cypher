// name: retired_refs
// doc: The records that a retired id stood for.
// mode: read
// params: id
// returns: refs
MATCH (r:Retired {id: $id})
RETURN r.refs AS refs
