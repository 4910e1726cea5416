// name: schema_mention_key
// doc: One mention for one key: the same words again are the same mention.
// mode: schema
CREATE CONSTRAINT lpgraph_mention_key IF NOT EXISTS FOR (n:Mention) REQUIRE n.key IS UNIQUE
