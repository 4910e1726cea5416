// name: schema_mention_block5
// doc: Mentions that may be one share a block key; this finds them by their 5. key.
// mode: schema
CREATE INDEX lpgraph_mention_block5 IF NOT EXISTS FOR (n:Mention) ON (n.block5)
