// name: coalition_cities
// doc: Each campaign's key cities, with tier, stage, next vote, owner and the row that says so, as parallel lists.
// mode: read
// params:
// returns: campaigns, areas, tiers, stages, votes, owners, starts, ends, files, rows, loads
MATCH (c:Campaign)-[f:IN_AREA]->(a:Area)
RETURN collect(c.id) AS campaigns, collect(a.id) AS areas, collect(coalesce(f.tier, '')) AS tiers,
       collect(coalesce(f.stage, '')) AS stages, collect(coalesce(f.nextVote, '')) AS votes,
       collect(coalesce(f.owner, '')) AS owners, collect(coalesce(f.startDate, '')) AS starts,
       collect(coalesce(f.endDate, '')) AS ends, collect(coalesce(f.file, '')) AS files,
       collect(coalesce(f.row, 0)) AS rows, collect(coalesce(f.load, '')) AS loads
