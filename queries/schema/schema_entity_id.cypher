// name: schema_entity_id
// doc: One entity of a label for one id; also what every MERGE and lookup by id is served by.
// mode: schema
// over: labels
CREATE CONSTRAINT lpgraph___LABEL___id IF NOT EXISTS FOR (n:__LABEL__) REQUIRE n.id IS UNIQUE
