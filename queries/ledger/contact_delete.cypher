// name: contact_delete
// doc: Take e-mails and phones away.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (c:Contact {id: id})
DETACH DELETE c
