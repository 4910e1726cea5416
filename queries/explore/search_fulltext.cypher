// name: search_fulltext
// doc: Entities whose name fits a full-text query, best first (Neo4j; the embedded server uses search_words).
// mode: read
// params: text, limit
// returns: id, name, search, labels
CALL db.index.fulltext.queryNodes('lpgraph_names', $text) YIELD node, score
RETURN node.id AS id, node.name AS name, node.search AS search, labels(node) AS labels
ORDER BY score DESC, id
LIMIT $limit
