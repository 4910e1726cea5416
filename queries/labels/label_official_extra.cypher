// name: label_official_extra
// doc: Persons labelled official who hold no post today.
// mode: read
// params: today
// returns: id
MATCH (p:Official)
WHERE NOT EXISTS { MATCH (p)-[h:HOLDS]->(:Post) WHERE (h.startDate IS NULL OR h.startDate <= $today) AND (h.endDate IS NULL OR h.endDate >= left($today, size(h.endDate))) }
RETURN p.id AS id
ORDER BY id
