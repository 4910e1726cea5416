// name: schema_mention_block3
// doc: Mentions that may be one share a block key; this finds them by their 3. key.
// mode: schema
CREATE INDEX lpgraph_mention_block3 IF NOT EXISTS FOR (n:Mention) ON (n.block3)
