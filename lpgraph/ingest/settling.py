"""Mentions that change hands because of a decision or a rule, not of a file: the graph made what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lpgraph.ingest.around import surroundings
from lpgraph.ingest.decisions import Decision
from lpgraph.ingest.derive import Known
from lpgraph.ingest.labels import heal
from lpgraph.ingest.resolve import Resolution, settle
from lpgraph.ingest.review import note
from lpgraph.ingest.write import move, put_entities, retire
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import BATCH, chunks


def preview(store: Store, start: Iterable[Known], decisions: Sequence[Decision]) -> Resolution:
    """What the graph around these mentions is under these decisions; nothing is written."""
    return settle(store, surroundings(store, start, decisions), decisions)


def settle_around(store: Store, start: Iterable[Known], decisions: Sequence[Decision]) -> Resolution:
    """Make the graph around these mentions what the decisions say. Safe to do again after a crash."""
    made = preview(store, start, decisions)
    as_of = {one.id: one.day for one in ledger.loads(store) if one.live}
    groups = made.by_entity()
    note(store, made)  # first: once they have moved, a crash leaves nothing that leads to all of them
    move(store, made, groups, as_of)
    for chunk in chunks(sorted(groups), BATCH):
        ledger.commit(store, put_entities(groups, set(chunk), set(groups), as_of))
    retire(store, made)
    heal(store)
    return made
