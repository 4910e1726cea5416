"""What somebody has just learned, typed on a profile or the command line: evidence with author and date, undoable.

An entry is a load of its own (source ``entry``), so that undo, ledger and reasons treat it like any other source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import product
from typing import Any

from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from lpgraph.errors import NotFound, UsageError
from lpgraph.ids import digest, fold
from lpgraph.ingest import clock
from lpgraph.ingest.apply import apply
from lpgraph.ingest.author import user
from lpgraph.ingest.derive import Known, from_row
from lpgraph.ingest.report import Report
from lpgraph.ingest.sheet import Sheet
from lpgraph.ingest.undo import UndoReport, undo
from lpgraph.model import Label, Props
from lpgraph.store import ledger
from lpgraph.store.graph import Store

SOURCE = "entry"
MOST_REFS = 60
WHATS = (
    "met",
    "called",
    "knows",
    "interested",
    "stance",
    "vote",
    "contact",
    "member",
    "role",
    "snooze",
    "do-not-introduce",
    "do-not-contact",
)
_STRENGTH = {"knows": 3, "met": 2, "called": 2}
_BY_PREFIX = {str(label).lower(): label for label in Label}


@dataclass(frozen=True, slots=True)
class Entry:
    """What was learned. ``value``: strength 1–5 for knows/met/called, the stance, the role, the e-mail or phone, the
    day until which somebody is left alone."""

    what: str
    who: str  # entity id
    other: str = ""  # entity id
    on: str = ""  # ISO date; default today
    note: str = ""
    value: str = ""
    author: str = ""


def log_entry(
    store: Store,
    who_id: str,
    what: str,
    *,
    other_id: str | None = None,
    on: str | None = None,
    note: str = "",
    value: str = "",
    author: str = "",
) -> str:
    """Write an entry and give its id, by which ``unlog`` takes it back. Raises ``UsageError``, ``NotFound``."""
    entry = Entry(what, who_id, other_id or "", _day(on), note.strip(), value.strip(), author.strip() or user())
    if what not in WHATS:
        raise UsageError(f"cannot log “{what}”. Say one of: {', '.join(WHATS)}")
    return enter(store, _drafts(store, entry), f"{what} ({entry.author}, {entry.on})", entry.author, entry.note)


def enter(store: Store, drafts: Sequence[Draft], title: str, author: str, text: str = "", moment: str = "") -> str:
    """Write drafts as one entry of an author; gives its id. ``moment`` is when, when not now."""
    moment = moment or clock.now()
    source = Source(SOURCE, "lpgraph", "what somebody has just learned", (), lambda _row, _context: iter(drafts))
    sheet = Sheet(source)
    sheet.add(Row({}, title, 1, 1, f"{author}: {title} {text}".strip()), Context(moment))
    said = [
        d.key if isinstance(d, Mention) else f"{d.type} {d.a.ref} {d.b.ref}"
        for d in drafts
        if not isinstance(d, Record)
    ]
    report = apply(store, sheet, Report(title, SOURCE), digest((moment, title, *said)), moment, author, note=title)
    return report.load


def unlog(store: Store, entry_id: str) -> UndoReport:
    """Take an entry back. Raises ``NotFound`` when it is not one."""
    line = next((one for one in ledger.loads(store) if one.id == entry_id), None)
    if line is None or line.source != SOURCE:
        raise NotFound(f"no entry {entry_id}")
    return undo(store, entry_id)


def _drafts(store: Store, entry: Entry) -> list[Draft]:
    who = pointer(store, entry.who)
    common: Props = {"author": entry.author, "assertion": "observed", "startDate": entry.on}
    if entry.note:
        common["note"] = entry.note
    if entry.what == "do-not-contact":
        return [_saying(one, {"doNotContact": True}) for one in pointers(store, entry.who)]
    if entry.what == "contact":
        return [_contact(who, entry.value)]
    if entry.what == "snooze":
        return [snoozed(who, entry.value)]
    if entry.what in _STRENGTH:
        other = pointer(store, entry.other) if entry.other else staff(entry.author)
        return [_knows(who, other, entry, common)]
    if not entry.other:
        raise UsageError(f"“{entry.what}” needs a second one: whom, or what, is it about?")
    other = pointer(store, entry.other)
    kind = _kind(entry.what, who.label, other.label)
    if entry.what == "stance":
        common["stance"] = entry.value or "supports"
    if entry.what == "vote":
        common.pop("assertion")
        common["vote"] = entry.value or "yes"
    if entry.what in ("role", "member") and entry.value:
        common["role"] = entry.value
    if entry.what == "do-not-introduce":
        common.pop("assertion")
        ends = pointers(store, entry.who), pointers(store, entry.other)
        # Each pair is a record of its own: said again of one after the two were parted, it stays with the other.
        return [Fact(kind, a, b, common, record=(a.ref, b.ref, *_record(entry)[3:])) for a, b in product(*ends)]
    return [Fact(kind, who, other, common, record=_record(entry))]


def _kind(what: str, a: Label, b: Label) -> str:
    if what == "role" and b is Label.CAMPAIGN:
        what = "stance"  # a role in a campaign is work on it, as a stance is
    fits = {
        "do-not-introduce": ("DO_NOT_INTRODUCE", {Label.PERSON}, {Label.PERSON, Label.ORGANIZATION}),
        "interested": ("INTERESTED_IN", {Label.PERSON, Label.ORGANIZATION}, {Label.ISSUE, Label.POLICY}),
        "vote": ("EXPECTED", {Label.PERSON}, {Label.MEASURE}),
        "stance": ("WORKS_ON", {Label.PERSON, Label.ORGANIZATION}, {Label.CAMPAIGN}),
        "member": ("MEMBER_OF", {Label.PERSON}, {Label.ORGANIZATION}),
        "role": ("STAFF_OF", {Label.PERSON}, {Label.ORGANIZATION}),
    }
    kind, starts, ends = fits[what]
    if a not in starts or b not in ends:
        raise UsageError(f"“{what}” cannot join a {a.lower()} and a {b.lower()}")
    return kind


def _knows(who: Mention, other: Mention, entry: Entry, common: Props) -> Fact:
    if who.label is not Label.PERSON or other.label is not Label.PERSON:
        raise UsageError(f"“{entry.what}” joins two people")
    if who.ref == other.ref:
        raise UsageError(f"“{entry.what}”: the two are the same person")
    strength = entry.value or str(_STRENGTH[entry.what])
    if not strength.isdigit() or not 1 <= int(strength) <= 5:
        raise UsageError(f"strength {strength}: a whole number from 1 (met once) to 5 (close)")
    props = {**common, "strength": int(strength), "basis": entry.what, "lastContactAt": entry.on}
    return Fact("KNOWS", who, other, props, record=_record(entry))


def _contact(who: Mention, value: str) -> Mention:
    if not value:
        raise UsageError("contact: give the e-mail or the phone number")
    mention = _saying(who, {})
    if "@" in value:
        mention.emails = (value.casefold(),)
    else:
        mention.phones = (value,)
    return mention


def snoozed(who: Mention, until: str) -> Mention:
    """Somebody who is left alone until a day."""
    if who.label is not Label.PERSON:
        raise UsageError("only a person can be left alone for a while")
    try:
        day = date.fromisoformat(until).isoformat()
    except ValueError as error:
        raise UsageError(f"until when? “{until}” is no day; write it as 2027-01-31") from error
    return _saying(who, {"snoozeUntil": day})


def _saying(who: Mention, props: Props) -> Mention:
    return Mention(who.label, who.namespace, who.ident, {**who.props, **props}, rank=0)


def _record(entry: Entry) -> tuple[str, ...]:
    return ("entry", entry.who, entry.other, entry.what, entry.on, entry.note, entry.value, entry.author)


def staff(author: str) -> Mention:
    """The author as a person: somebody of the staff who has met others can introduce them."""
    return Mention(Label.PERSON, "staff", (fold(author),), {"name": author, "status": "staff"}, rank=1)


def pointer(store: Store, entity: str) -> Mention:
    """The entity as an entry names it: by its most trusted mention's own ident, so that a merge or split keeps it."""
    return pointers(store, entity)[0]


def pointers(store: Store, entity: str) -> list[Mention]:
    """Everyone that the entity may turn out to be, the most trusted first: a gate is put on each, so that it holds for
    both when two that were one are parted."""
    label = Label.AREA if entity.startswith("ocd-division/") else _BY_PREFIX.get(entity.partition("/")[0])
    rows = store.read(f"mention_by_entity:{label}", ids=[entity]) if label else []
    if not rows or label is None:
        raise NotFound(f"nothing has the id {entity}")
    known: list[Known] = sorted((from_row(r) for r in rows), key=lambda k: (-k.mention.rank, k.key))
    best: dict[str, Mention] = {}
    for one in known:
        best.setdefault(one.mention.ref, one.mention)
    return [_bare(mention) for mention in best.values()][:MOST_REFS]


def bare(row: Mapping[str, Any]) -> Mention:
    """The mention of a ``mention_by_…`` row as an entry names it: who it is, and no news of them."""
    return _bare(from_row(row).mention)


def _bare(mention: Mention) -> Mention:
    name: Props = {"name": mention.props["name"]} if "name" in mention.props else {}
    return Mention(mention.label, mention.namespace, mention.ident, name, rank=0)


def _day(text: str | None) -> str:
    if not text:
        return datetime.now(UTC).date().isoformat()
    day = clock.as_of(text)[:10]
    if day > clock.now()[:10]:
        raise UsageError(f"{text} has not come yet: when did it happen?")
    return day
