// name: identifier_orphans
// doc: Of these provider ids, those that no mention carries any more.
// mode: read
// params: ids
// returns: id
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
WHERE NOT EXISTS { (i)<-[:IDENTIFIED_BY]-(:Mention) }
RETURN i.id AS id
