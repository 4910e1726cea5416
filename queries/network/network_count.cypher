// name: network_count
// doc: How many there are of a label: whether a snapshot that was only brought up to date has everybody.
// mode: read
// over: labels Person Organization
// params:
// returns: n
MATCH (n:__LABEL__)
RETURN count(n) AS n
