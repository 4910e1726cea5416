// name: label_official_take
// doc: Take the label from persons out of office.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Person {id: id})
WHERE n:Official
REMOVE n:Official
