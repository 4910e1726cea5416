// name: schema_batch_id
// doc: One mark for one batch: a batch that is replayed breaks this rule instead of being written twice.
// mode: schema
CREATE CONSTRAINT lpgraph_batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE
