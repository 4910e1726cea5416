"""After a convening: everybody at a table has met, in one entry that can be taken back.

Each table becomes a small session of the event that its guests attended: an event of ten is one at which people meet,
and no KNOWS is asserted for forty-five pairs of whom nobody said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.base import Draft, Fact, Mention
from lpgraph.convening.plan import Seating
from lpgraph.errors import UsageError
from lpgraph.ingest.author import user
from lpgraph.ingest.entries import SOURCE, enter, pointer
from lpgraph.model import Label
from lpgraph.network.reading import Reads
from lpgraph.store.graph import Store

NAMESPACE = "convening"
MOST = 2_000  # parts of one event that are looked at


@dataclass(frozen=True, slots=True)
class Written:
    """The entry that says who met, and whether it was there before."""

    entry: str
    before: bool = False


def met(store: Store, seating: Seating, title: str, day: str, absent: Sequence[str] = (), author: str = "") -> Written:
    """Write who met at which table (``absent``: did not come after all); gives the entry's id for ``unlog``.

    What was written down before is not written again. Raises ``UsageError`` when another plan of this event was.
    """
    away = set(absent)
    tables = {
        (number, table.number): [g.id for g in table.guests if g.id not in away]
        for number, some in enumerate(seating.rounds, 1)
        for table in some
    }
    tables = {place: who for place, who in tables.items() if len(who) > 1}
    if not tables:
        raise UsageError("Nobody sat with anybody: there is nothing to write down.")
    if known := _known(store, seating.event, title, tables):
        return known
    author = author or user()
    whole = pointer(store, seating.event)
    people = {one: pointer(store, one) for one in {one for who in tables.values() for one in who}}
    drafts: list[Draft] = []
    for (number, table), who in tables.items():
        ident = (seating.event, str(number), str(table))
        drafts += _session(whole, [people[one] for one in who], ident, title, day, author)
    return Written(enter(store, drafts, f"met at the tables of {title} ({author})", author))


def _known(store: Reads, event: str, title: str, tables: dict[tuple[int, int], list[str]]) -> Written | None:
    """The entry that says so already. Raises ``UsageError`` when one says that others sat together."""
    rows = store.read("explore_facts:Event", id=event, types=["PART_OF"], limit=MOST)
    parts = {r["otherId"]: r["props"]["load"] for r in rows if r["way"] == "in" and r["props"].get("source") == SOURCE}
    if not parts:
        return None
    sat = set()
    for one in sorted(parts):
        there = store.read("explore_facts:Event", id=one, types=["ATTENDED"], limit=MOST)
        sat.add(frozenset(r["otherId"] for r in there if r["way"] == "in"))
    entry = max(parts.values())
    if sat == {frozenset(who) for who in tables.values()}:
        return Written(entry, before=True)
    raise UsageError(
        f"Who met at the tables of {title} was written down with another plan. "
        f"Take that back first: lpgraph unlog {entry}"
    )


def _session(
    whole: Mention, came: Sequence[Mention], ident: tuple[str, ...], title: str, day: str, author: str
) -> list[Draft]:
    _, number, table = ident
    name = f"{title}, round {number}, table {table}"
    session = Mention(Label.EVENT, NAMESPACE, ident, {"name": name, "startAt": day, "type": "table"}, rank=2)
    said = {"author": author, "assertion": "observed"}
    return [
        Fact("PART_OF", session, whole, {"author": author}, ("table", *ident)),
        *(Fact("ATTENDED", one, session, dict(said), ("table", *ident, one.ref)) for one in came),
    ]
