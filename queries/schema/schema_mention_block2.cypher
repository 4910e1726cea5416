// name: schema_mention_block2
// doc: Mentions that may be one share a block key; this finds them by their 2. key.
// mode: schema
CREATE INDEX lpgraph_mention_block2 IF NOT EXISTS FOR (n:Mention) ON (n.block2)
