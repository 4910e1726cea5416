// name: schema_shown_id
// doc: One note of what was shown for one id: the same list shown again the same day is counted, not noted twice.
// mode: schema
CREATE CONSTRAINT lpgraph_shown_id IF NOT EXISTS FOR (n:Shown) REQUIRE n.id IS UNIQUE
