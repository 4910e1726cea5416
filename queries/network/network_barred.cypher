// name: network_barred
// doc: Who must not be introduced to whom, and until when; read both ways. Parallel lists in one row.
// mode: read
// over: facts DO_NOT_INTRODUCE
// params:
// returns: a, b, untils
MATCH (a:__A__)-[f:DO_NOT_INTRODUCE]->(b:__B__)
RETURN collect(a.id) AS a, collect(b.id) AS b, collect(coalesce(f.until, f.endDate, '')) AS untils
