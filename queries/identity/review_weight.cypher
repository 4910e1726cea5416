// name: review_weight
// over: labels Person Organization Event
// doc: How much hangs on each of these: facts, superseded ones included, and mentions.
// mode: read
// params: ids
// returns: id, facts
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})
RETURN n.id AS id, COUNT { (n)--() } AS facts
