// name: coalition_expected
// doc: How somebody voted, or is expected to, on which measure, with the row that says so, as parallel lists in one row.
// mode: read
// over: facts VOTED EXPECTED
// params:
// returns: who, measures, votes, dates, authors, files, rows
MATCH (n:__A__)-[f:__TYPE__]->(m:__B__)
RETURN collect(n.id) AS who, collect(m.id) AS measures, collect(coalesce(f.vote, '')) AS votes,
       collect(coalesce(f.startDate, '')) AS dates, collect(coalesce(f.author, '')) AS authors,
       collect(coalesce(f.file, '')) AS files, collect(coalesce(f.row, 0)) AS rows
