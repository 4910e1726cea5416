// name: export_officials
// doc: Who holds a post today, as one list.
// mode: read
// params: today
// returns: ids
MATCH (p:Person)-[h:HOLDS]->(:Post)
WHERE (h.startDate IS NULL OR h.startDate <= $today) AND (h.endDate IS NULL OR h.endDate >= left($today, size(h.endDate)))
RETURN collect(DISTINCT p.id) AS ids
