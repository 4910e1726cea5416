// name: schema_review_a
// doc: The questions about a record.
// mode: schema
CREATE INDEX lpgraph_review_a IF NOT EXISTS FOR (n:ReviewPair) ON (n.a)
