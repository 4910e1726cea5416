// name: schema_review_id
// doc: One question for one pair of records.
// mode: schema
CREATE CONSTRAINT lpgraph_review_id IF NOT EXISTS FOR (n:ReviewPair) REQUIRE n.id IS UNIQUE
