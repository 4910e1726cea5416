// name: label_union_take
// doc: Take the label Union.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE n:Union
REMOVE n:Union
