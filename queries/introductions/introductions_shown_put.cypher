// name: introductions_shown_put
// doc: Note a list of suggestions as it was shown, or that it was shown again.
// mode: write
// params: id, props
// returns:
MERGE (s:Shown {id: $id})
SET s += $props, s.times = coalesce(s.times, 0) + 1
