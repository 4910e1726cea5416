// name: schema_load_id
// doc: One ledger entry for one load.
// mode: schema
CREATE CONSTRAINT lpgraph_load_id IF NOT EXISTS FOR (n:Load) REQUIRE n.id IS UNIQUE
