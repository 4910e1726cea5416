// name: explore_posts
// doc: Posts by id with their body and everyone who holds or held them.
// mode: read
// params: ids
// returns: postId, bodyId, personId, startDate, endDate
UNWIND $ids AS wanted
MATCH (post:Post {id: wanted})
OPTIONAL MATCH (post)-[:IN_BODY]->(body:Organization)
OPTIONAL MATCH (post)<-[h:HOLDS]-(p:Person)
RETURN DISTINCT post.id AS postId, body.id AS bodyId, p.id AS personId, h.startDate AS startDate, h.endDate AS endDate
ORDER BY postId, bodyId, personId, startDate, endDate
