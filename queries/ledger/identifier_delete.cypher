// name: identifier_delete
// doc: Take provider ids away.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
DETACH DELETE i
