// name: schema_identifier_id
// doc: One node for an id that holds across sources.
// mode: schema
CREATE CONSTRAINT lpgraph_identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE
