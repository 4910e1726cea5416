// name: mention_delete
// doc: Mentions that no load lists any more.
// mode: write
// params: keys
// returns:
UNWIND $keys AS key
MATCH (m:Mention {key: key})
DETACH DELETE m
