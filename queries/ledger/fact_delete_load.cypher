// name: fact_delete_load
// over: facts
// doc: Up to 20,000 facts of one load.
// mode: write
// params: load
// returns: n
MATCH (:__A__)-[f:__TYPE__]->(:__B__)
WHERE f.load = $load
WITH f LIMIT 20000
DELETE f
RETURN count(*) AS n
