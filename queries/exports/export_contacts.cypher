// name: export_contacts
// doc: Every e-mail address and phone number, page by page. Private.
// mode: read
// params: after, limit
// returns: props
MATCH (c:Contact)
WHERE c.id > $after
RETURN properties(c) AS props
ORDER BY c.id
LIMIT $limit
