// name: label_advocacy_group_set
// doc: Label organizations AdvocacyGroup.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE NOT n:AdvocacyGroup
SET n:AdvocacyGroup
