// name: schema_mention_load
// doc: Undo and the ledger ask for the mentions of one load.
// mode: schema
CREATE INDEX lpgraph_mention_load IF NOT EXISTS FOR (n:Mention) ON (n.load)
