// name: explore_people
// doc: People by id with every post they hold or held, its body and the places of both: one row a term.
// mode: read
// params: ids
// returns: id, name, city, state, startDate, endDate, role, postId, post, bodyId, body, seatName, seatState, seatType,
// areaName, areaState, areaType
UNWIND $ids AS wanted
MATCH (p:Person {id: wanted})
OPTIONAL MATCH (p)-[h:HOLDS]->(post:Post)
OPTIONAL MATCH (post)-[:IN_BODY]->(body:Organization)
OPTIONAL MATCH (body)-[:GOVERNS]->(seat:Area)
OPTIONAL MATCH (post)-[:REPRESENTS]->(area:Area)
RETURN DISTINCT p.id AS id, p.name AS name, p.city AS city, p.state AS state,
       h.startDate AS startDate, h.endDate AS endDate, h.role AS role,
       post.id AS postId, post.name AS post, body.id AS bodyId, body.name AS body,
       seat.name AS seatName, seat.state AS seatState, seat.type AS seatType,
       area.name AS areaName, area.state AS areaState, area.type AS areaType
ORDER BY id, postId, bodyId, startDate, endDate, role, seatName, areaName
