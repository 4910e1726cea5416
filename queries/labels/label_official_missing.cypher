// name: label_official_missing
// doc: Persons who hold a post today and are not labelled so.
// mode: read
// params: today
// returns: id
MATCH (p:Person)-[h:HOLDS]->(:Post)
WHERE NOT p:Official AND (h.startDate IS NULL OR h.startDate <= $today) AND (h.endDate IS NULL OR h.endDate >= left($today, size(h.endDate)))
RETURN DISTINCT p.id AS id
ORDER BY id
