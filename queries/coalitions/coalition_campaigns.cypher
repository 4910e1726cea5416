// name: coalition_campaigns
// doc: Every campaign, as parallel lists in one row.
// mode: read
// params:
// returns: ids, names, statuses, priorities
MATCH (c:Campaign)
RETURN collect(c.id) AS ids, collect(coalesce(c.name, c.id)) AS names, collect(coalesce(c.status, '')) AS statuses,
       collect(coalesce(c.priority, '')) AS priorities
