// name: schema_review_b
// doc: The questions about a record.
// mode: schema
CREATE INDEX lpgraph_review_b IF NOT EXISTS FOR (n:ReviewPair) ON (n.b)
