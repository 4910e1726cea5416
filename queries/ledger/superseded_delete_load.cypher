// name: superseded_delete_load
// doc: Up to 20,000 superseded facts of one load.
// mode: write
// params: load
// returns: n
MATCH ()-[f:SUPERSEDED]->()
WHERE f.load = $load
WITH f LIMIT 20000
DELETE f
RETURN count(*) AS n
