// name: explore_find
// doc: The label of the entity that has this id.
// mode: read
// params: id
// returns: label, id
MATCH (n:Person {id: $id}) RETURN 'Person' AS label, n.id AS id
UNION ALL
MATCH (n:Organization {id: $id}) RETURN 'Organization' AS label, n.id AS id
UNION ALL
MATCH (n:Post {id: $id}) RETURN 'Post' AS label, n.id AS id
UNION ALL
MATCH (n:Area {id: $id}) RETURN 'Area' AS label, n.id AS id
UNION ALL
MATCH (n:Event {id: $id}) RETURN 'Event' AS label, n.id AS id
UNION ALL
MATCH (n:Issue {id: $id}) RETURN 'Issue' AS label, n.id AS id
UNION ALL
MATCH (n:Campaign {id: $id}) RETURN 'Campaign' AS label, n.id AS id
UNION ALL
MATCH (n:Policy {id: $id}) RETURN 'Policy' AS label, n.id AS id
UNION ALL
MATCH (n:Measure {id: $id}) RETURN 'Measure' AS label, n.id AS id
UNION ALL
MATCH (n:Resource {id: $id}) RETURN 'Resource' AS label, n.id AS id
