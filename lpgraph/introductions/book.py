"""All introductions as the store has them: what the gates, the loads, the board and Today ask. Read only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lpgraph.introductions.caps import PARTS, Caps
from lpgraph.introductions.steps import BOTH_YES, GOING, MADE, OPEN, State
from lpgraph.network.days import today
from lpgraph.network.reading import Reads, columns


@dataclass(frozen=True, slots=True)
class One:
    """Somebody or something in an introduction; ``ref`` is the mention by which it is named."""

    id: str
    name: str
    label: str
    ref: str = ""
    opt_in: str = ""  # of a side: asked, yes, or nothing yet


@dataclass(frozen=True, slots=True)
class Record:
    """An introduction: for ``a``, with ``b``. ``on`` is the day of its newest step."""

    id: str
    status: str
    a: One
    b: One
    broker: One | None = None
    owner: One | None = None
    campaign: One | None = None
    begun: str = ""
    on: str = ""
    due: str = ""
    note: str = ""
    outcome: str = ""
    because: str = ""
    until: str = ""
    reason: str = ""
    score: float = 0.0

    @property
    def open(self) -> bool:
        """Whether somebody has something to do."""
        return self.status in OPEN

    @property
    def going(self) -> bool:
        """Whether its owner still has something to do, or to ask."""
        return self.status in GOING

    @property
    def state(self) -> State:
        """Where it stands."""
        return State(self.status, self.a.opt_in, self.b.opt_in)

    @property
    def both_yes(self) -> bool:
        """Whether both sides said yes: before that neither gets to see how to reach the other."""
        return self.status in BOTH_YES

    def holds(self, on: str) -> bool:
        """Whether the two are not suggested to each other: under way, made, or resting after a no."""
        return self.status != "declined" or (bool(self.until) and self.until >= on[:10])

    def asked(self) -> Iterator[tuple[str, str]]:
        """Whose month this counts in, as (part, id): of a declined one only those who had been asked."""
        gone = self.status == "declined"
        if self.a.opt_in or not gone:
            yield "requested", self.a.id
        if self.b.opt_in or not gone:
            yield "received", self.b.id
        if self.broker and (self.a.opt_in or self.b.opt_in or not gone):
            yield "brokered", self.broker.id


@dataclass(frozen=True)
class Book:
    """Every introduction, who wants to be left alone until when, and the limits, on one day."""

    on: str = ""
    records: tuple[Record, ...] = ()
    snoozed: Mapping[str, str] = field(default_factory=dict)  # person → last day of quiet
    caps: Caps = field(default_factory=Caps)
    side: str = ""  # whose eyes these are: c3, c4, or both (empty)
    marks: Mapping[str, str] = field(default_factory=dict)  # event or campaign → what it is marked as

    @cached_property
    def day(self) -> str:
        """The day that counts."""
        return self.on or today()

    @cached_property
    def _by_pair(self) -> Mapping[frozenset[str], tuple[Record, ...]]:
        found: dict[frozenset[str], list[Record]] = defaultdict(list)
        for record in self.records:
            found[frozenset((record.a.id, record.b.id))].append(record)
        return {pair: tuple(some) for pair, some in found.items()}

    @cached_property
    def _months(self) -> Mapping[str, Counter[str]]:
        """How often everybody was asked this month, by part."""
        found: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
        for record in self.records:
            if record.begun[:7] == self.day[:7]:
                for part, who in record.asked():
                    found[part][who] += 1
        return found

    def between(self, a: str, b: str) -> Record | None:
        """The introduction that keeps two from being suggested to each other, either way round."""
        found = [record for record in self._by_pair.get(frozenset((a, b)), ()) if record.holds(self.day)]
        return max(found, key=lambda r: (r.status in MADE, r.open, r.on, r.id), default=None)

    def partners(self, who: str) -> frozenset[str]:
        """Everybody whom an introduction keeps from being suggested to somebody."""
        return frozenset(
            record.b.id if record.a.id == who else record.a.id for record in self.of(who) if record.holds(self.day)
        )

    @cached_property
    def _by_party(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            for party in {record.a.id, record.b.id}:
                found[party].append(record)
        return {party: tuple(some) for party, some in found.items()}

    def brought_to(self, campaign: str) -> frozenset[str]:
        """Whom an introduction for a campaign has brought to it, or is about to, or who rests after a no."""
        found = (r for r in self.records if r.campaign and r.campaign.id == campaign and r.holds(self.day))
        return frozenset(record.b.id for record in found)

    def of(self, who: str) -> tuple[Record, ...]:
        """Every introduction in which somebody is a side."""
        return self._by_party.get(who, ())

    def quiet_until(self, who: str) -> str:
        """The last day on which somebody wants to be left alone; empty when they do not."""
        until = self.snoozed.get(who, "")
        return until if until >= self.day[: len(until)] else ""

    @cached_property
    def quiet(self) -> frozenset[str]:
        """Everybody who wants to be left alone today."""
        return frozenset(who for who in self.snoozed if self.quiet_until(who))

    def load(self, who: str, part: str = "brokered") -> int:
        """How often somebody was asked this month."""
        return self._months[part][who]

    def loads(self, part: str = "brokered") -> Counter[str]:
        """``load`` of everybody who was asked at all."""
        return self._months[part]

    def full(self, part: str) -> frozenset[str]:
        """Everybody of whom no more may be asked this month."""
        return frozenset(who for who, count in self._months[part].items() if count >= self.caps.of(part))


EMPTY = Book()  # nothing was recorded yet


def read_book(store: Reads, caps: Caps | None = None, on: str = "", side: str = "") -> Book:
    """Everything that was recorded, as it is now; ``side``: whose eyes these are (c3, c4, or both)."""
    ends = {part: _ends(store, part) for part in _PARTS}
    records = []
    for row in store.read("introductions_records"):
        props = row["props"]
        sides = {str(one[1]): one[0] for one in ends["PARTY"].get(props["id"], ())}
        if "a" in sides and "b" in sides:  # else its parties are gone: nothing is left to say of it
            others = {part: next((one for one, _ in ends[part].get(props["id"], ())), None) for part in _PARTS}
            records.append(_record(props, sides, others))
    quiet = {who: until for who, until in columns(store, "introductions_snoozed") if until}
    marks = {one: mark for one, mark in columns(store, "introductions_marks") if mark}
    return Book(on, tuple(records), quiet, caps or Caps(), side, marks)


_PARTS = {
    "PARTY": ("Person", "Organization"),
    "BROKER": ("Person",),
    "OWNER": ("Person",),
    "FOR": ("Campaign",),
}


def _ends(store: Reads, part: str) -> dict[str, list[tuple[One, str]]]:
    """Introduction → who has this part in it, each with its side."""
    found: dict[str, list[tuple[One, str]]] = defaultdict(list)
    for label in _PARTS[part]:
        for row in columns(store, f"introductions_parts:{part}:Introduction:{label}"):
            record, other, name, ref, side, opt_in = row
            found[record].append((One(other, name or other, label, ref, opt_in), side))
    return found


def _record(props: Mapping[str, Any], sides: Mapping[str, One], others: Mapping[str, One | None]) -> Record:
    text = {name: str(props.get(name) or "") for name in
            ("id", "status", "begun", "on", "note", "outcome", "because", "until", "reason")}  # fmt: skip
    return Record(
        **text,
        a=sides["a"],
        b=sides["b"],
        broker=others["BROKER"],
        owner=others["OWNER"],
        campaign=others["FOR"],
        due=str(props.get("dueDate") or ""),
        score=float(props.get("score") or 0.0),
    )
