// name: export_caucuses
// doc: The caucuses, as one list: who is in which stays out of what other tools get.
// mode: read
// params:
// returns: ids
MATCH (o:Organization)
WHERE o.classification = 'caucus'
RETURN collect(o.id) AS ids
