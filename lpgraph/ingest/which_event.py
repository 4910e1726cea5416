"""Which event ``--event`` means: one that is known, a new one, or a question to whoever loads. Nothing is doubled.

An id names the event that has it. Title and day name the one event called so (``identity.events`` joins the two,
whichever came first); title and month the only one of that month; a title alone the only one of that title. Where
several fit, where one of that title has no day, or another title is alike, nothing is loaded before somebody says
which; ``--yes`` says that it is a new one, and that it is none of them. Words that look like a day and are none are
refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from loaders.base import Mention
from loaders.templates import refs
from loaders.templates.titled import titled
from lpgraph.errors import NotFound, UsageError
from lpgraph.identity.events import called_alike, may_be_on, score_events
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

ID = "event/"
_SURE = 0.97
_DAY = 10  # characters of a whole day
_LONG = 4  # letters of a word by which a title that is alike is found
_MOST = 8  # choices that are shown
_LOOKED_AT = 2_000  # events whose names share a word with the title


@dataclass(slots=True)
class Meant:
    """The event that a text means; ``choices``: those between which somebody has to choose first."""

    mention: Mention | None = None
    choices: list[Choice] = field(default_factory=list)


def nameless(text: str) -> bool:
    """Whether a text holds no title: it is empty, or a day alone."""
    found = titled(text)
    return not any(c.isalpha() for c in found.title) or found.unread == found.title


def unread(text: str) -> str:
    """Why a text names no event, and how to write it; empty when it can name one."""
    found = titled(text)
    if found.title.startswith(ID):
        return ""
    if nameless(text):
        return f"“{found.title}” names no event: give a title, as in “Town Hall, 2026-03-12”, or an event's id"
    if found.unread:
        month = "or “2026-03” where only the month is known"
        why = "may be two days" if found.when else "is no day that can be read"
        return f"“{found.unread}” {why}: write “{found.title}, {found.when or '2026-03-12'}”, {month}"
    return ""


def check(store: Store, text: str) -> None:
    """Look at an answer before a file is. Raises ``UsageError`` for a text that names no event, ``NotFound`` for an id
    that nothing has."""
    if text and (why := unread(text)):
        raise UsageError(why)
    if text.strip().startswith(ID):
        _row(store, text.strip())


def meant(store: Store, text: str) -> Meant:
    """What ``--event TEXT`` means in this graph. Raises as ``check`` does."""
    if not text:
        return Meant()
    text = text.strip()
    check(store, text)
    if text.startswith(ID):
        return Meant(bare(_row(store, text)))
    told, when = _told(text), titled(text).when
    if len(when) < _DAY:
        return _by_title(store, told, when)
    found = _alike(store, told)
    if any(p >= _SURE for _, p in found):
        return Meant(told.mention)
    vague = (one for one in _titled_so(store, told, when) if _exact(one, told))
    return Meant(told.mention, _choices({k.entity: k for k in (*vague, *(one for one, _ in found))}.values()))


def _told(text: str) -> Known:
    """What the words say. A word that could be an id of a sheet (“Forum2026”) is a title as long as nothing has it."""
    mention = refs.event(text)
    if not mention.props.get("name"):
        mention = replace(mention, props={**mention.props, "name": text})
    return Known("", mention, ())


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


def _by_title(store: Store, told: Known, when: str) -> Meant:
    """A title without a day (or a template's id): the only event of that title, and of that month where one is said; a
    choice where several, or others of a title that is alike, may be meant; else a new one."""
    if store.read("mention_by_ref", refs=[told.mention.ref]):
        return Meant(told.mention)
    near = _titled_so(store, told, when)
    called = [one for one in near if _exact(one, told)]
    sure = [one for one in called if len(_start(one)) >= len(when)]
    if len(called) == len(sure) == 1:
        return Meant(bare(_row(store, called[0].entity)))
    return Meant(told.mention, _choices(called or near))


def _titled_so(store: Store, told: Known, when: str) -> list[Known]:
    """The events of this title, or of one that is alike, that may be of that time; one mention for each."""
    title = _title(told)
    words = title.split()
    if not words:
        return []
    begins = [" ".join(words[:n]) for n in range(1, len(words) + 1)]
    asked = [*begins, *(word for word in words[1:] if len(word) >= _LONG)]
    rows = store.read("search_near:Event", words=asked, limit=_LOOKED_AT)
    fits = [row["id"] for row in rows if any(called_alike(one, title) for one in str(row["search"]).split(" | "))]
    known = [from_row(row) for row in store.read("mention_by_entity:Event", ids=fits)] if fits else []
    found: dict[str, Known] = {}
    for one in sorted(known, key=lambda k: (not _exact(k, told), not _start(k), -k.mention.rank, k.key)):
        found.setdefault(one.entity, one)
    return [one for one in found.values() if may_be_on(when, _start(one), str(one.mention.props.get("endAt", "")))]


def _title(known: Known) -> str:
    return fold(str(known.mention.props.get("name", "")))


def _start(known: Known) -> str:
    return str(known.mention.props.get("startAt", ""))


def _exact(one: Known, told: Known) -> bool:
    return _title(one) == _title(told)


def _choices(known: Iterable[Known]) -> list[Choice]:
    found = [
        Choice(
            k.entity, str(k.mention.props.get("name", "")), str(k.mention.props.get("startAt", ""))[:10],
            k.mention.namespace, k.mention.ref,
        )
        for k in known
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.day, one.name, one.id))[-_MOST:]  # the latest are the likeliest
