// name: import_mentions
// over: labels
// doc: Mentions with all that they carry, each of the entity that it is, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.entity})
CREATE (m:Mention {key: row.props.key})
SET m += row.props
CREATE (m)-[:IS {by: row.by}]->(n)
