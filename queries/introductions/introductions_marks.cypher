// name: introductions_marks
// doc: Which events and campaigns are marked for one legal entity alone, as parallel lists, one row a label.
// mode: read
// params:
// returns: ids, marks
MATCH (e:Event)
WHERE e.legalEntity IS NOT NULL
RETURN collect(e.id) AS ids, collect(e.legalEntity) AS marks
UNION ALL
MATCH (c:Campaign)
WHERE c.legalEntity IS NOT NULL
RETURN collect(c.id) AS ids, collect(c.legalEntity) AS marks
