"""A snapshot brought up to date after small loads: what they touched is read again, everything else is kept.

The ledger says what a load touched and what kinds of things it wrote. Whatever may reach further (offices, places,
memberships, an id that moved, an undo, another day, an answer to who is who) is a reason to ``take`` it all anew. What
comes out is the same as ``take`` gives, field by field.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from lpgraph.model import FACTS, Kind
from lpgraph.network.arrays import Seen, Snapshot
from lpgraph.network.days import today
from lpgraph.network.patching import Patch, Unsafe, patched
from lpgraph.network.reading import Reads
from lpgraph.network.snapshot import take
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import LoadLine


def _facts(*types: str) -> frozenset[str]:
    return frozenset(fact.name for fact in FACTS if fact.type in types)


# What a patch knows how to follow, by fact and label; ``IGNORED`` says nothing that a snapshot shows.
KNOWS, BARRED = _facts("KNOWS"), _facts("DO_NOT_INTRODUCE")
TOPICS = _facts("WORKS_ON", "INTERESTED_IN", "ADVISES_ON", "ABOUT") | {"Campaign", "Policy", "Issue"}
IGNORED = (
    _facts("REGISTERED_FOR", "HOSTED", "PART_OF", "ASKED", "CONCERNS", "ASKED_IN")
    | _facts("PARTY", "BROKER", "OWNER", "FOR", "EVIDENCE")
    | {"SPONSORED:Organization:Event", "Introduction", "Question"}
)
FOLLOWED = _facts("ATTENDED") | KNOWS | BARRED | TOPICS | IGNORED | {"Person", "Organization", "Event"}
MOST = 2_000  # entities that a patch follows


@dataclass(frozen=True, slots=True)
class Change:
    """What the loads since a snapshot touched and wrote; nothing when that cannot be followed."""

    touched: tuple[str, ...] = ()
    wrote: frozenset[str] = frozenset()


def refresh(store: Store, old: Snapshot | None) -> Snapshot:
    """The network as it is today: ``old`` with what changed since, or all of it read anew."""
    seen, lines = look(store)
    if old is not None and old.seen is not None and old.on == today() and old.seen.answers == seen.answers:
        change = since(lines, old.seen)
        if change is not None:
            try:
                return _follow(store, old, change, seen)
            except Unsafe:
                pass
    return take(store, seen=seen)


def look(store: Store) -> tuple[Seen, list[LoadLine]]:
    """What the ledger says now; asked before the graph is read, so that a load meanwhile is new the next time."""
    lines = ledger.loads(store)
    return Seen({line.id: line.status for line in lines}, str(store.read("decision_count")[0])), lines


def since(lines: Iterable[LoadLine], seen: Seen) -> Change | None:
    """What changed since the ledger said ``seen``; nothing when it cannot be followed."""
    touched: set[str] = set()
    wrote: set[str] = set()
    gone = set(seen.loads)
    for line in lines:
        gone.discard(line.id)
        if seen.loads.get(line.id) == line.status and line.status != "running":
            continue
        if line.status == "same":
            continue
        if not line.live or line.snapshot or not line.wrote:
            return None
        touched |= set(line.touched)
        wrote |= set(line.wrote)
    if gone or len(touched) > MOST or not wrote <= FOLLOWED:
        return None
    return Change(tuple(sorted(touched)), frozenset(wrote))


def _follow(store: Reads, old: Snapshot, change: Change, seen: Seen) -> Snapshot:
    now = datetime.now(UTC)
    if not change.wrote - IGNORED:
        return replace(old, taken_at=now, seen=seen)
    found = patched(store, old, _patch(store, change))
    for label, people in (("Person", True), ("Organization", False)):
        if store.read(f"network_count:{label}")[0]["n"] != _count(found, people):
            raise Unsafe("somebody came or went whom no load names")
    return replace(found, taken_at=now, seen=seen)


def _count(snapshot: Snapshot, people: bool) -> int:
    return int((np.isin(snapshot.nodes.kinds, (Kind.OFFICIAL, Kind.PERSON)) == people).sum())


def _patch(store: Reads, change: Change) -> Patch:
    """The rows of what was touched."""
    ids = list(change.touched)
    events: list[dict[str, Any]] = []
    for label in ("Person", "Organization"):
        events += store.read(f"network_events_of:ATTENDED:{label}:Event", ids=ids)
    return Patch(
        ids,
        store.read("network_people_of", ids=ids),
        store.read("network_organizations_of", ids=ids),
        events,
        knows=bool(change.wrote & KNOWS),
        barred=bool(change.wrote & BARRED),
        topics=bool(change.wrote & TOPICS),
    )
