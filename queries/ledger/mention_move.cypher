// name: mention_move
// over: labels Person Organization Event
// doc: Mentions that turn out to be another entity.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})-[old:IS]->(:__LABEL__ {id: row.from})
MATCH (n:__LABEL__ {id: row.to})
DELETE old
CREATE (m)-[:IS {by: row.by}]->(n)
