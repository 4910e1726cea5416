// name: label_government_body_take
// doc: Take the label GovernmentBody.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE n:GovernmentBody
REMOVE n:GovernmentBody
