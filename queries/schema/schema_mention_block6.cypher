// name: schema_mention_block6
// doc: Mentions that may be one share a block key; this finds them by their 6. key.
// mode: schema
CREATE INDEX lpgraph_mention_block6 IF NOT EXISTS FOR (n:Mention) ON (n.block6)
