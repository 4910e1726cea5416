// name: schema_retired_now
// doc: What has come to an id.
// mode: schema
CREATE INDEX lpgraph_retired_now IF NOT EXISTS FOR (n:Retired) ON (n.now)
