// name: schema_retired_id
// doc: One retired id leads to one place.
// mode: schema
CREATE CONSTRAINT lpgraph_retired_id IF NOT EXISTS FOR (n:Retired) REQUIRE n.id IS UNIQUE
