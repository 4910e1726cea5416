"""Writing an introduction down, step by step: each step is a typed entry that ``unlog`` takes back.

A step carries all that the record is (its two sides, broker, owner, campaign), so that the record stands as long as
one of its steps does. What the newest step says counts; an owner or broker who changes is a newer version of the same
fact, and comes back when that step is undone. Sides are named by mention, so that they move with a merge.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loaders.base import Draft, Fact, Mention
from loaders.base import Record as Version
from lpgraph.errors import NotFound, UsageError
from lpgraph.ids import digest
from lpgraph.ingest import clock, entries
from lpgraph.ingest.author import user
from lpgraph.introductions import steps, words
from lpgraph.introductions.book import One, Record
from lpgraph.introductions.caps import Caps, after
from lpgraph.introductions.steps import State, Turn
from lpgraph.model import FACT_BY_NAME, Label, Props
from lpgraph.network.days import today
from lpgraph.store import ledger
from lpgraph.store.graph import Store

NAMESPACE = _TITLE = "introduction"
_TELLING = {"already_know", "met", "do_not_introduce"}  # steps that write something of the people themselves
_FIRST = {"already_know", "bad_time", "not_relevant", "do_not_introduce"}  # what a card may be answered with at once


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new introduction is to be: ids, but for an owner who may be a name of the staff."""

    a: str
    b: str
    broker: str = ""
    owner: str = ""
    campaign: str = ""
    due: str = ""
    note: str = ""
    reason: str = ""  # kinds of evidence with their shares: no names, so that nobody has to be erased from it
    score: float = 0.0
    evidence: tuple[str, ...] = ()  # ids that the reasons rest on


@dataclass(frozen=True, slots=True)
class Change:
    """What a step may say beside its event; empty: as it was. ``whom`` is the side that has a bad time."""

    note: str = ""
    due: str = ""
    owner: str = ""
    broker: str = ""
    until: str = ""
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A step that was written: the introduction, the entry to take it back by, and where it stands now."""

    id: str
    entry: str
    status: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history, with the entry to take it back by."""

    entry: str
    at: str
    event: str
    status: str
    author: str
    note: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The mentions by which the sides and helpers of a record are named."""

    a: Mention
    b: Mention
    broker: Mention | None = None
    owner: Mention | None = None
    campaign: Mention | None = None
    evidence: tuple[Mention, ...] = ()


def begin(store: Store, plan: Plan, author: str = "", event: str = "suggested", *, caps: Caps | None = None,
          until: str = "") -> Said:  # fmt: skip
    """Write a new introduction. ``event`` other than ``suggested`` is an answer to a card, which ends it at once."""
    if plan.a == plan.b:
        raise UsageError(words.SELF[1])
    author = author.strip() or user()
    moment = clock.now()
    one, two = entries.pointer(store, plan.a), entries.pointer(store, plan.b)
    sides = _Sides(
        one,
        two,
        entries.pointer(store, plan.broker) if plan.broker else None,
        None if event in _FIRST else _owner(store, plan.owner or author),
        entries.pointer(store, plan.campaign) if plan.campaign else None,
        tuple(entries.pointer(store, one) for one in plan.evidence if _can_be_evidence(one)),
    )
    ident = digest((one.ref, two.ref, moment, author), 12)
    turned = Turn("suggested", State()) if event == "suggested" else steps.turn(event, State())
    if event != "suggested" and turned.event not in _FIRST:
        raise UsageError(words.NO_STEP.format(event=event, status="", events=", ".join(sorted(_FIRST))))
    props: Props = {"begun": moment[:10], "reason": plan.reason, "score": plan.score}
    change = Change(note=plan.note, due=plan.due, until=until, whom="b")
    drafts = _drafts(ident, turned, sides, props, change, author, moment, caps or Caps())
    entry = entries.enter(store, drafts, _title(turned.event, author, moment), author, moment=moment)
    return Said(_id(ident), entry, turned.state.status)


def answer(
    store: Store, record: Record, event: str, change: Change | None = None, author: str = "", caps: Caps | None = None
) -> Said:
    """Write the next step. Raises ``UsageError`` with what is possible for one that cannot follow."""
    change = change or Change()
    turned = steps.turn(event, record.state)
    author = author.strip() or user()
    told = history(store, record.id)
    moment = _later(clock.now(), told[-1].at if told else "")
    known = _mentions(store, record)
    sides = _Sides(
        known[record.a.ref],
        known[record.b.ref],
        entries.pointer(store, change.broker) if change.broker else _of(known, record.broker),
        _owner(store, change.owner) if change.owner else _of(known, record.owner),
        _of(known, record.campaign),
    )
    ident = _ident(store, record.id)
    change = change if change.whom else Change(change.note, change.due, change.owner, change.broker, change.until,
                                               "a" if record.status == "asked_a" else "b")  # fmt: skip
    drafts = _drafts(ident, turned, sides, {"begun": record.begun}, change, author, moment, caps or Caps())
    entry = entries.enter(store, drafts, _title(turned.event, author, moment), author, moment=moment)
    return Said(record.id, entry, turned.state.status)


def history(store: Store, record_id: str) -> list[Step]:
    """The steps of an introduction, oldest first."""
    lines = {line.id: line for line in ledger.loads(store) if line.live}
    found = []
    for row in store.read("introductions_steps", ids=[record_id]):
        props = json.loads(row["data"])["props"]
        for load in row["loads"] or ():
            if line := lines.get(load):
                said = {name: str(props.get(name) or "") for name in ("status", "author", "note")}
                step = Step(load, line.asOf, str(props.get("step") or ""), due=str(props.get("dueDate") or ""), **said)
                found.append((line.asOf, line.seq, step))
    return [step for _, _, step in sorted(found, key=lambda one: one[:2])]


def leaves_network(title: str) -> bool:
    """Whether the entry of this title is a step that says nothing of people: no new tie, gate, or quiet time."""
    words_of = title.split(" ", 2)
    return words_of[0] == _TITLE and len(words_of) > 1 and words_of[1] not in _TELLING


def wanted(records: Iterable[Record], text: str) -> Record:
    """The introduction of an id, or of the beginning of one that fits no other. Raises ``NotFound``."""
    asked = text.strip().removeprefix("introduction/")
    fits = [r for r in records if r.id.removeprefix("introduction/").startswith(asked)] if asked else []
    exact = [r for r in fits if r.id.removeprefix("introduction/") == asked]
    if len(exact or fits) != 1:
        raise NotFound(words.NO_RECORD.format(id=text) if not fits else words.SEVERAL_RECORDS.format(id=text))
    return (exact or fits)[0]


def day(text: str) -> str:
    """A day that somebody typed, as ISO text; empty stays empty. Raises ``UsageError``."""
    if not text.strip():
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise UsageError(words.NO_DAY.format(text=text)) from error


def _drafts(
    ident: str, turned: Turn, sides: _Sides, props: Props, change: Change, author: str, moment: str, caps: Caps
) -> list[Draft]:
    state = turned.state
    said: Props = {**{k: v for k, v in props.items() if v}, "step": turned.event, "on": moment[:10], "author": author}
    if turned.event != "note":
        said["status"] = state.status
    extra = {"note": change.note.strip(), "dueDate": day(change.due), "outcome": turned.outcome,
             "because": turned.because, "until": _rests(turned, change, caps)}  # fmt: skip
    said |= {name: value for name, value in extra.items() if value}
    step = Mention(Label.INTRODUCTION, NAMESPACE, (ident,), said)
    drafts: list[Draft] = [step]
    for side, who, opt_in in (("a", sides.a, state.a), ("b", sides.b, state.b)):
        party: Props = {"side": side, "optIn": opt_in} if opt_in else {"side": side}
        drafts.append(_fact("PARTY", step, who, party, f"party {side}"))
    for kind, other in (("BROKER", sides.broker), ("OWNER", sides.owner), ("FOR", sides.campaign)):
        drafts.append(
            _fact(kind, step, other, {}, kind.lower()) if other else Version(NAMESPACE, (ident, kind.lower()))
        )
    drafts += [_fact("EVIDENCE", step, one, {}, f"evidence {one.ref}") for one in sides.evidence]
    return drafts + list(_learned(ident, turned, sides, change, author, caps))


def _learned(ident: str, turned: Turn, sides: _Sides, change: Change, author: str, caps: Caps) -> Iterable[Draft]:
    """What a step says of the people themselves: that they know each other, have no time, are to be kept apart."""
    on, people = today(), sides.a.label is Label.PERSON and sides.b.label is Label.PERSON
    common: Props = {"author": author, "assertion": "observed", "startDate": on}
    if people and turned.event in ("already_know", "met"):
        props: Props = {**common, "strength": 3 if turned.event == "already_know" else 2, "basis": "introduction",
                        "lastContactAt": on}  # fmt: skip
        yield Fact("KNOWS", sides.a, sides.b, props, record=(NAMESPACE, ident, turned.event))
    elif turned.event == "bad_time":
        who = sides.a if change.whom == "a" else sides.b
        if who.label is Label.PERSON:
            yield entries.snoozed(who, day(change.until) or after(on, caps.snooze))
    elif turned.event == "do_not_introduce":
        one, two = (sides.a, sides.b) if sides.a.label is Label.PERSON else (sides.b, sides.a)
        if one.label is not Label.PERSON:
            raise UsageError(words.TWO_ORGANIZATIONS)
        yield Fact(
            "DO_NOT_INTRODUCE", one, two, {"author": author, "startDate": on}, record=(NAMESPACE, ident, "apart")
        )


def _rests(turned: Turn, change: Change, caps: Caps) -> str:
    """Until when the pair is not suggested again; the others have a gate of their own."""
    if turned.because == steps.NOT_NOW:
        return after(today(), caps.cool_off)
    if turned.because == steps.NOT_RELEVANT:
        return after(today(), caps.not_relevant)
    if turned.because == steps.ALREADY_KNOW:
        return "9999-12-31"  # also of two that no KNOWS can join
    if turned.because == steps.BAD_TIME:
        return day(change.until) or after(today(), caps.snooze)
    return ""


def _fact(kind: str, step: Mention, other: Mention, props: Props, record: str) -> Fact:
    if f"{kind}:{step.label}:{other.label}" not in FACT_BY_NAME:
        raise UsageError(words.NO_PART.format(part=kind.lower(), what=other.label.lower()))
    return Fact(kind, step, other, props, record=(*step.ident, record))


def _can_be_evidence(entity: str) -> bool:
    word = entity.partition("/")[0]
    return any(fact.type == "EVIDENCE" and fact.b.lower() == word for fact in FACT_BY_NAME.values())


def _owner(store: Store, text: str) -> Mention:
    """Somebody by id, or one of the staff by name."""
    return entries.pointer(store, text) if text.startswith("person/") else entries.staff(text)


def _mentions(store: Store, record: Record) -> dict[str, Mention]:
    """The mentions that the record names its sides and helpers by: the same again, whatever was merged since."""
    parts = [one for one in (record.a, record.b, record.broker, record.owner, record.campaign) if one]
    found: dict[str, Mention] = {}
    for row in store.read("mention_by_ref", refs=sorted({one.ref for one in parts})):
        found.setdefault(row["ref"], entries.bare(row))
    return found


def _of(known: dict[str, Mention], one: One | None) -> Mention | None:
    return known.get(one.ref) if one else None


def _ident(store: Store, record_id: str) -> str:
    row = store.read("introductions_steps", ids=[record_id])[0]
    return str(json.loads(row["data"])["ident"][0])


def _id(ident: str) -> str:
    return f"introduction/{Mention(Label.INTRODUCTION, NAMESPACE, (ident,)).ref}"


def _later(moment: str, before: str) -> str:
    """This moment, or just after the last step where the clock has been set back since."""
    if moment > before:
        return moment
    return (datetime.strptime(before, clock.FORM) + timedelta(microseconds=1)).strftime(clock.FORM)


def _title(event: str, author: str, moment: str) -> str:
    return f"{_TITLE} {event} ({author}, {moment[:10]})"


__all__: Sequence[str] = ("Change", "Plan", "Said", "Step", "answer", "begin", "day", "history", "wanted")
