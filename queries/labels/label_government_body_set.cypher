// name: label_government_body_set
// doc: Label organizations GovernmentBody.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE NOT n:GovernmentBody
SET n:GovernmentBody
