// name: explore_label
// doc: Which of these ids are entities of a label.
// mode: read
// over: labels
// params: ids
// returns: id
UNWIND $ids AS wanted
MATCH (n:__LABEL__ {id: wanted})
RETURN n.id AS id
ORDER BY id
