// name: review_put
// doc: Questions whether two records are one.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MERGE (q:ReviewPair {id: row.id})
SET q.a = row.a, q.b = row.b, q.p = row.p, q.label = row.label, q.why = row.why
