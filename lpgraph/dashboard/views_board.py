"""From introductions to the board: which stage, what is next, whose it is, when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lpgraph.dashboard import words
from lpgraph.dashboard.introducing import by_due
from lpgraph.dashboard.safe import clean
from lpgraph.ids import fold
from lpgraph.introductions.book import Record
from lpgraph.introductions.model import Broker
from lpgraph.introductions.record import Step
from lpgraph.introductions.steps import STATUSES, YES

DAYS = 14  # after which something should have happened, unless a day is said
ENDED = ("outcome", "declined")
# Why an introduction will not happen; each but the first says something of the people themselves.
REFUSALS = ("declined", "already_know", "bad_time", "not_relevant", "do_not_introduce")
_FORWARD = {
    "suggested": ("approved",), "approved": ("asked_a",), "accepted": ("introduced",),
    "introduced": ("met", "neutral", "bad"), "met": ("useful", "neutral", "bad"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One introduction as a line of the board or of Today."""

    id: str
    stage: str
    names: str
    more: str  # broker, campaign
    next: str
    owner: str
    due: str
    late: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the board with its introductions."""

    status: str
    title: str
    rows: tuple[Row, ...]


def forward(record: Record) -> tuple[str, ...]:
    """The steps that lead on from where it stands, in the order of the work: side a is asked first."""
    state = record.state
    if state.status == "asked_a":
        return ("asked_b",) if state.a == YES else ("yes_a",)
    if state.status == "asked_b":
        return tuple(event for event, said in (("yes_a", state.a), ("yes_b", state.b)) if said != YES)
    return _FORWARD.get(state.status, ())


def next_text(record: Record) -> str:
    """What its owner has to do now."""
    state, key = record.state, record.status
    if key == "asked_a" and state.a == YES:
        key = "yes_a"
    elif key == "asked_b" and state.a != YES:
        key = "wait_a"
    return _filled(words.NEXT_WORDS[key], record)


def event_text(event: str, record: Record) -> str:
    """A step as a button says it."""
    return _filled(words.EVENT_WORDS[event], record)


def _filled(text: str, record: Record) -> str:
    return text.format(a=clean(record.a.name), b=clean(record.b.name))


def row(record: Record, today: str) -> Row:
    """An introduction as one line."""
    parts = []
    if record.broker:
        parts.append(words.BOARD_THROUGH.format(name=clean(record.broker.name)))
    if record.campaign:
        parts.append(words.BOARD_FOR.format(name=clean(record.campaign.name)))
    late = bool(record.due) and record.due < today and record.going
    due = words.TODAY_LATE if late else words.TODAY_DUE
    return Row(
        id=record.id,
        stage=words.OUTCOME_WORDS.get(record.outcome) or words.STAGE_WORDS[record.status],
        names=words.RECORD_TITLE.format(a=clean(record.a.name), b=clean(record.b.name)),
        more=" · ".join(parts),
        next=next_text(record),
        owner=clean(record.owner.name) if record.owner else "",
        due=due.format(day=words.day(record.due)) if record.due and record.going else "",
        late=late,
    )


def owners(records: Iterable[Record]) -> list[str]:
    """Everybody who sees to an introduction that still goes on, by name."""
    return sorted({clean(r.owner.name) for r in records if r.owner and r.going}, key=str.casefold)


def whose(records: Iterable[Record], owner: str | None) -> list[Record]:
    """Those of one owner, or all."""
    return [r for r in records if not owner or (r.owner and fold(r.owner.name) == fold(owner))]


def stages(records: Iterable[Record], today: str) -> list[Stage]:
    """The board: a stage after the other, what is due first on top; empty stages are left out."""
    every = list(records)
    found = []
    for status in (*(s for s in STATUSES if s not in ENDED), *ENDED):
        mine = [r for r in every if r.status == status]
        mine = by_due(mine) if status not in ENDED else sorted(mine, key=lambda r: (r.on, r.id), reverse=True)
        if mine:
            found.append(Stage(status, words.STAGE_WORDS[status], tuple(row(r, today) for r in mine)))
    return found


def waiting(records: Iterable[Record], today: str) -> list[Row]:
    """What somebody has to do something about, what is due first on top."""
    return [row(r, today) for r in by_due([r for r in records if r.going])]


def step_text(step: Step, record: Record) -> str:
    """A step of the history: ``12 Mar 2026 · Ana Reyes was asked · Sam · note``."""
    said = _filled(words.HISTORY_WORDS.get(step.event, step.event), record)
    return " · ".join(part for part in (words.day(step.at[:10]), said, clean(step.author), clean(step.note)) if part)


def broker_text(broker: Broker) -> str:
    """Somebody who may introduce two, with what they carry."""
    load = words.BROKER_LOAD.format(n=words.count(broker.load, "ask")) if broker.load else words.BROKER_FREE
    return words.INTRODUCE_BROKER_LINE.format(name=clean(broker.name), load=load)


def due_day(today: str) -> date:
    """The day that is offered for what is begun today."""
    return date.fromisoformat(today) + timedelta(days=DAYS)


def count(rows: Sequence[object]) -> str:
    """How many introductions."""
    return words.count(len(rows), "introduction")
