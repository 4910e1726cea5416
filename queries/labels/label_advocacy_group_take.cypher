// name: label_advocacy_group_take
// doc: Take the label AdvocacyGroup.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE n:AdvocacyGroup
REMOVE n:AdvocacyGroup
