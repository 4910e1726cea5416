// name: schema_mention_block4
// doc: Mentions that may be one share a block key; this finds them by their 4. key.
// mode: schema
CREATE INDEX lpgraph_mention_block4 IF NOT EXISTS FOR (n:Mention) ON (n.block4)
