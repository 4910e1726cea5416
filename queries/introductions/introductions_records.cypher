// name: introductions_records
// doc: Every introduction with what its newest steps say of it.
// mode: read
// params:
// returns: props
MATCH (i:Introduction)
RETURN properties(i) AS props
ORDER BY i.id
