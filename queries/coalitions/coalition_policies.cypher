// name: coalition_policies
// doc: Which policies a campaign is about, as parallel lists in one row.
// mode: read
// params:
// returns: campaigns, policies
MATCH (c:Campaign)-[:ABOUT]->(p:Policy)
RETURN collect(c.id) AS campaigns, collect(p.id) AS policies
