// name: explore_retired
// doc: The id that stands for a retired one now.
// mode: read
// params: id
// returns: now
MATCH (r:Retired {id: $id})
RETURN r.now AS now
