// name: store_create
// doc: A new issue; fails when there is one of that id.
// mode: write
// params: id
// returns:
CREATE (:Issue {id: $id})
