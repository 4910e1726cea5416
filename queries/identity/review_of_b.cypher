// name: review_of_b
// doc: The questions in which one of these records stands second.
// mode: read
// params: refs
// returns: id
UNWIND $refs AS ref
MATCH (q:ReviewPair {b: ref})
RETURN DISTINCT q.id AS id
