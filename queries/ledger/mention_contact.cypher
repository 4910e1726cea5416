// name: mention_contact
// doc: Tie new mentions to their e-mails and phones, which stand apart from the person.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
MATCH (m:Mention {key: row.key})
MERGE (c:Contact {id: row.id})
ON CREATE SET c.kind = row.kind, c.value = row.value
CREATE (m)-[:HAS_CONTACT]->(c)
