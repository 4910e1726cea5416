// name: retired_delete
// doc: Ids that are in use again.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (r:Retired {id: id})
DELETE r
