"""After a convening: everybody at a table has met, in one entry that can be taken back.

Each table becomes a small session of the event that its guests attended: an event of ten is one at which people meet,
and no KNOWS is asserted for forty-five pairs of whom nobody said so.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.base import Draft, Fact, Mention
from lpgraph.convening.plan import Seating
from lpgraph.ingest.entries import enter, pointer, user
from lpgraph.model import Label
from lpgraph.store.graph import Store

NAMESPACE = "convening"


def met(store: Store, seating: Seating, title: str, day: str, absent: Sequence[str] = (), author: str = "") -> str:
    """Write who met at which table (``absent``: did not come after all); gives the entry's id for ``unlog``."""
    author = author or user()
    whole = pointer(store, seating.event)
    away = set(absent)
    people = {g.id: pointer(store, g.id) for r in seating.rounds for t in r for g in t.guests if g.id not in away}
    drafts: list[Draft] = []
    for number, tables in enumerate(seating.rounds, 1):
        for table in tables:
            came = [people[g.id] for g in table.guests if g.id in people]
            if len(came) > 1:
                drafts += _session(whole, came, (seating.event, str(number), str(table.number)), title, day, author)
    return enter(store, drafts, f"met at the tables of {title} ({author})", author)


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
