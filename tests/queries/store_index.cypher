// name: store_index
// doc: An index that the schema does not have.
// mode: schema
CREATE INDEX store_index IF NOT EXISTS FOR (n:Issue) ON (n.parent)
