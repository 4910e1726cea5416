// name: contact_orphans
// doc: Of these e-mails and phones, those that no mention carries any more.
// mode: read
// params: ids
// returns: id
UNWIND $ids AS id
MATCH (c:Contact {id: id})
WHERE NOT EXISTS { (c)<-[:HAS_CONTACT]-(:Mention) }
RETURN c.id AS id
