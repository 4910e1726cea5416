"""What a small load touches, written in its line of the ledger: readers then read that again, not everything."""

from __future__ import annotations

from lpgraph.ingest.plan import Plan

MOST = 1_000  # entities; beyond, whoever has read the graph reads it anew


def footprint(made: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the entities that a load touches, and the labels and fact types that it writes.

    Nothing at all where an older word is taken back, an id moves, or too much is touched: that may reach anything.
    """
    settled = made.resolution
    if made.resumed or made.ends or made.supersede or made.restore or settled.moves or settled.emptied:
        return (), ()
    touched = settled.by_entity()
    if len(touched) > MOST:
        return (), ()
    types = {fact.type for fact in made.sheet.facts.values()}
    return tuple(sorted({one for _, one in touched})), tuple(sorted({str(label) for label, _ in touched} | types))
