// name: schema_lease_id
// doc: One lease for one purpose, so that two writers cannot both hold it.
// mode: schema
CREATE CONSTRAINT lpgraph_lease_id IF NOT EXISTS FOR (n:Lease) REQUIRE n.id IS UNIQUE
