// name: mention_known
// doc: Which of these mentions are there, and which loads list them.
// mode: read
// params: keys
// returns: key, loads
UNWIND $keys AS key
MATCH (m:Mention {key: key})
RETURN m.key AS key, m.loads AS loads
