// name: decision_log
// doc: Every answer that a person gave about two records, oldest first; the log only grows.
// mode: read
// params:
// returns: decision
MATCH (d:Decision)
RETURN properties(d) AS decision
ORDER BY d.seq, d.id
