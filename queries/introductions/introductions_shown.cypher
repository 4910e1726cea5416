// name: introductions_shown
// doc: Every list of suggestions that was shown, oldest first.
// mode: read
// params:
// returns: props
MATCH (s:Shown)
RETURN properties(s) AS props
ORDER BY s.at, s.id
