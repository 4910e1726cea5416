// name: label_union_set
// doc: Label organizations Union.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE NOT n:Union
SET n:Union
