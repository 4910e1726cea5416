// name: identifier_orphans
// doc: Of these provider ids, those that no mention carries but those that this load alone lists.
// mode: read
// params: ids, load
// returns: id
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
WHERE NOT EXISTS { (i)<-[:IDENTIFIED_BY]-(m:Mention) WHERE NOT $load IN m.loads }
RETURN i.id AS id
