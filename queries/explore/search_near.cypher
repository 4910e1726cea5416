// name: search_near
// doc: Entities whose folded name holds any of these beginnings of words, most of them first: for misspelt names.
// mode: read
// over: labels
// params: words, limit
// returns: id, name, search
MATCH (n:__LABEL__)
WHERE any(word IN $words WHERE n.search CONTAINS word)
WITH n, size([word IN $words WHERE n.search CONTAINS word]) AS fits
RETURN n.id AS id, n.name AS name, n.search AS search
ORDER BY fits DESC, size(search), id
LIMIT $limit
