// name: store_count
// doc: How many issues there are, asked within a write.
// mode: write
// params:
// returns: n
MATCH (n:Issue)
RETURN count(n) AS n
