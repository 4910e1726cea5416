// name: search_words
// doc: Entities whose folded name holds every one of these words.
// mode: read
// over: labels
// params: words, limit
// returns: id, name, search
MATCH (n:__LABEL__)
WHERE all(word IN $words WHERE n.search CONTAINS word)
RETURN n.id AS id, n.name AS name, n.search AS search
ORDER BY size(search), id
LIMIT $limit
