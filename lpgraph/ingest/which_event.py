"""Which event ``--event`` means: one that is known, a new one, or a question to whoever loads. Nothing is doubled.

An id names the event that has it. Title and day name the one event called so (``identity.events`` joins the two,
whichever came first); a title alone the only one of that title. Where several fit, or another title on that day is
alike, nothing is loaded before somebody says which; ``--yes`` says that it is a new one, and that it is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.base import Mention
from loaders.templates import refs
from lpgraph.errors import NotFound, UsageError
from lpgraph.identity.events import score_events
from lpgraph.ids import fold
from lpgraph.ingest import deciding
from lpgraph.ingest.cards import card
from lpgraph.ingest.decisions import DIFFERENT
from lpgraph.ingest.derive import Known, from_row
from lpgraph.ingest.entries import bare
from lpgraph.ingest.matching import blocks
from lpgraph.ingest.report import Choice
from lpgraph.model import Label
from lpgraph.store.graph import Store

_SURE = 0.97
_MOST = 8  # choices that are shown, and events of one title that are looked at


@dataclass(slots=True)
class Meant:
    """The event that a text means; ``choices``: those between which somebody has to choose first."""

    mention: Mention | None = None
    choices: list[Choice] = field(default_factory=list)


def meant(store: Store, text: str) -> Meant:
    """What ``--event TEXT`` means in this graph. Raises ``NotFound`` for an id that nothing has,
    ``UsageError`` for a text without a title."""
    if not text:
        return Meant()
    text = text.strip()
    if not any(c.isalpha() for c in text):
        raise UsageError(f'--event “{text}” names no event: give a title, "Town Hall, 2026-03-12", or an id')
    if text.startswith("event/"):
        return Meant(bare(_row(store, text)))
    told = Known("", refs.event(text), ())
    if not told.mention.props.get("startAt"):
        return _by_title(store, told)
    found = _alike(store, told)
    called = [one for one, p in found if p >= _SURE]
    return Meant(told.mention, [] if called else _choices(one for one, _ in found))


def none_of_them(store: Store, event: Mention, choices: Sequence[Choice], who: str) -> None:
    """Keep the answer that a new event is none of these, so that nobody is asked again. It can be taken back."""
    for choice in choices:
        if choice.ref != event.ref:
            deciding.decide(store, event.ref, choice.ref, DIFFERENT, who=who, why="--yes", sure=True)


def _row(store: Store, entity: str) -> dict[str, object]:
    known = deciding.mentions_of(store, entity)
    if not known:
        raise NotFound(f"no event has the id {entity}")
    best = min(known, key=lambda k: (-k.mention.rank, k.key))
    return next(row for row in store.read("mention_by_ref", refs=[best.mention.ref]) if row["key"] == best.key)


def _alike(store: Store, told: Known) -> list[tuple[Known, float]]:
    """The stored events that are one with this, or alike, the likeliest first; one mention for each."""
    rows = store.read("mention_by_block", blocks=list(blocks(told)))
    known = {row["key"]: from_row(row) for row in rows if row["label"] == Label.EVENT}
    if any(k.mention.ref == told.mention.ref for k in known.values()):
        return [(told, 1.0)]  # said before, and answered then
    deck = [card(told).event(), *(card(k).event() for k in known.values())]
    likely: dict[str, tuple[Known, float]] = {}
    for pair in score_events(deck):
        if "" in (pair.a, pair.b):
            one = known[pair.b or pair.a]
            if one.mention.ref not in likely or likely[one.mention.ref][1] < pair.p:
                likely[one.mention.ref] = (one, pair.p)
    return sorted(likely.values(), key=lambda found: (-found[1], found[0].key))


def _by_title(store: Store, told: Known) -> Meant:
    """A title alone (or a template's id): the only event of that title, a choice of several, or a new one."""
    if store.read("mention_by_ref", refs=[told.mention.ref]):
        return Meant(told.mention)
    title = fold(str(told.mention.props.get("name", "")))
    rows = store.read("search_words:Event", words=title.split(), limit=_MOST * 4) if title else []
    ids = [row["id"] for row in rows if title in str(row["search"]).split(" | ")]
    known = [from_row(row) for row in store.read("mention_by_entity:Event", ids=ids)] if ids else []
    best = {k.entity: k for k in sorted(known, key=lambda k: (k.mention.rank, k.key))}
    if len(best) == 1:
        return Meant(bare(_row(store, next(iter(best)))))
    return Meant(told.mention, _choices(best.values()))


def _choices(known: Iterable[Known]) -> list[Choice]:
    found = [
        Choice(
            k.entity, str(k.mention.props.get("name", "")), str(k.mention.props.get("startAt", ""))[:10],
            k.mention.namespace, k.mention.ref,
        )
        for k in known
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.day, one.name, one.id))[:_MOST]
