// name: schema_contact_id
// doc: One node for one address.
// mode: schema
CREATE CONSTRAINT lpgraph_contact_id IF NOT EXISTS FOR (n:Contact) REQUIRE n.id IS UNIQUE
