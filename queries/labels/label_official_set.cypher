// name: label_official_set
// doc: Label officials.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Person {id: id})
WHERE NOT n:Official
SET n:Official
