// name: mention_any
// doc: One mention, if there is any: with nothing in the graph there is nothing to compare with.
// mode: read
// params:
// returns: key
MATCH (m:Mention)
RETURN m.key AS key
LIMIT 1
