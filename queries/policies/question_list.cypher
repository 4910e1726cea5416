// name: question_list
// doc: Every question with who asked, the policy, the city and the answer.
// mode: read
// params:
// returns: id, text, status, asked, by, by_name, policy, policy_name, area, area_name, assignee, answer, link, answered
MATCH (q:Question)
OPTIONAL MATCH (p:Person)-[:ASKED]->(q)
OPTIONAL MATCH (q)-[:CONCERNS]->(t:Policy)
OPTIONAL MATCH (q)-[:ASKED_IN]->(a:Area)
RETURN q.id AS id, q.name AS text, q.status AS status, q.asked AS asked, p.id AS by, p.name AS by_name,
       t.id AS policy, t.name AS policy_name, a.id AS area, a.name AS area_name, q.assignee AS assignee,
       q.answer AS answer, q.url AS link, q.answered AS answered
ORDER BY id
