// name: schema_mention_ref
// doc: Facts name their ends by mention ref; this finds the mention.
// mode: schema
CREATE INDEX lpgraph_mention_ref IF NOT EXISTS FOR (n:Mention) ON (n.ref)
