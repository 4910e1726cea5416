// name: introductions_terms
// doc: All offices of a person, with the file and row that says so.
// mode: read
// params: ids
// returns: id, post, name, key, file, row, startDate, endDate
UNWIND $ids AS wanted
MATCH (p:Person {id: wanted})-[f:HOLDS]->(t:Post)
RETURN p.id AS id, t.id AS post, t.name AS name, f.key AS key, f.file AS file, f.row AS row,
       f.startDate AS startDate, f.endDate AS endDate
ORDER BY id, key
