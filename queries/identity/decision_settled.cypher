// name: decision_settled
// doc: What follows from these answers is done.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (d:Decision {id: id})
SET d.pending = false
