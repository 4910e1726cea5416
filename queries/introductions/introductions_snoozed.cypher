// name: introductions_snoozed
// doc: Who wants to be left alone until when, as parallel lists in one row.
// mode: read
// params:
// returns: ids, untils
MATCH (p:Person)
WHERE p.snoozeUntil IS NOT NULL
RETURN collect(p.id) AS ids, collect(toString(p.snoozeUntil)) AS untils
