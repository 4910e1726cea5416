// name: decision_count
// doc: How many answers there are, and the number of the last: whoever read the graph before reads it again.
// mode: read
// params:
// returns: n, last
MATCH (d:Decision)
RETURN count(d) AS n, max(d.seq) AS last
