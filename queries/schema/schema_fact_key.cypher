// name: schema_fact_key
// doc: Facts of a type are found by key (is it known already, which ones does this undo take away).
// mode: schema
// over: facts
CREATE INDEX lpgraph___TYPE___key IF NOT EXISTS FOR ()-[f:__TYPE__]-() ON (f.key)
