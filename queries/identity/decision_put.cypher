// name: decision_put
// doc: Write an answer into the log, or say that what follows from it is done (pending).
// mode: write
// params: id, props
// returns:
MERGE (d:Decision {id: $id})
SET d += $props
