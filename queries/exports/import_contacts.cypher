// name: import_contacts
// doc: E-mail addresses and phone numbers, into an empty graph.
// mode: write
// params: rows
// returns:
UNWIND $rows AS row
CREATE (c:Contact {id: row.id})
SET c += row
