// name: schema_decision_id
// doc: One answer for one id.
// mode: schema
CREATE CONSTRAINT lpgraph_decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE
