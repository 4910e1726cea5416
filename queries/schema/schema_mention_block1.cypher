// name: schema_mention_block1
// doc: Mentions that may be one share a block key; this finds them by their 1. key.
// mode: schema
CREATE INDEX lpgraph_mention_block1 IF NOT EXISTS FOR (n:Mention) ON (n.block1)
