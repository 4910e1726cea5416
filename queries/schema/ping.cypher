// name: ping
// doc: Answers 1 as soon as the server and its database do.
// mode: read
// params:
// returns: one
RETURN 1 AS one
