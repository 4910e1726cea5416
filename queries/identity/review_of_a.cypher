// name: review_of_a
// doc: The questions in which one of these records stands first.
// mode: read
// params: refs
// returns: id
UNWIND $refs AS ref
MATCH (q:ReviewPair {a: ref})
RETURN DISTINCT q.id AS id
