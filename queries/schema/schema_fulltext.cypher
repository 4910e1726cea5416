// name: schema_fulltext
// doc: Names of what people search for; the embedded server searches a folded property instead.
// mode: schema
// dialect: neo4j
CREATE FULLTEXT INDEX lpgraph_names IF NOT EXISTS
FOR (n:Person|Organization|Event|Campaign|Policy|Measure|Area|Issue) ON EACH [n.name]
