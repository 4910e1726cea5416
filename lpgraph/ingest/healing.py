"""A graph that was matched by other rules (an older lpgraph, other thresholds) is matched again, once, as a whole.

Which mentions are one is a function of the mentions, the answers and the rules. A load looks at what it touches only,
so the rest must have been matched by the same rules: the graph notes by which.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpgraph.ingest import decisions
from lpgraph.ingest.derive import Known, from_row
from lpgraph.ingest.matching import SLOTS, block_props, rules
from lpgraph.ingest.settling import settle_around
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import BATCH, chunks

PAGE = 20_000


def heal(store: Store) -> bool:
    """Match the whole graph again when its rules are not today's; called by every writer first."""
    today = rules()
    rows = store.read("identity_state")
    if rows and rows[0]["mark"] == today:
        return False
    known = list(_everything(store))
    empty = {f"block{number}": None for number in range(1, SLOTS + 1)}
    for chunk in chunks(known, BATCH):
        keys = [{"key": k.key, "blocks": {**empty, **block_props(k)}} for k in chunk]
        ledger.commit(store, [("mention_blocks", {"rows": keys})])
    if known:
        settle_around(store, known, decisions.binding(decisions.read_log(store)))
    ledger.commit(store, [("identity_state_set", {"mark": today})])
    return bool(known)


def _everything(store: Store) -> Iterator[Known]:
    after = ""
    while rows := store.read("mention_pages", after=after, limit=PAGE):
        yield from (from_row(row) for row in rows)
        after = rows[-1]["key"]
