// name: contact_orphans
// doc: Of these e-mails and phones, those that no mention carries but those that this load alone lists.
// mode: read
// params: ids, load
// returns: id
UNWIND $ids AS id
MATCH (c:Contact {id: id})
WHERE NOT EXISTS { (c)<-[:HAS_CONTACT]-(m:Mention) WHERE NOT $load IN m.loads }
RETURN c.id AS id
