// name: schema_superseded_key
// doc: Undo turns a superseded fact back by its key.
// mode: schema
CREATE INDEX lpgraph_superseded_key IF NOT EXISTS FOR ()-[f:SUPERSEDED]-() ON (f.key)
