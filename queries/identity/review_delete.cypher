// name: review_delete
// doc: Questions that are looked at anew, or answered.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (q:ReviewPair {id: id})
DELETE q
