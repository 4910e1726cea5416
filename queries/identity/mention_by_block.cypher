// name: mention_by_block
// doc: The mentions that have one of these block keys, in whichever place: they are compared with those that have it too.
// mode: read
// params: blocks
// returns: key, ref, label, data, loads, entity
UNWIND $blocks AS block
CALL (block) {
  MATCH (m:Mention {block1: block}) RETURN m
  UNION ALL MATCH (m:Mention {block2: block}) RETURN m
  UNION ALL MATCH (m:Mention {block3: block}) RETURN m
  UNION ALL MATCH (m:Mention {block4: block}) RETURN m
  UNION ALL MATCH (m:Mention {block5: block}) RETURN m
  UNION ALL MATCH (m:Mention {block6: block}) RETURN m
}
MATCH (m)-[:IS]->(n)
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
