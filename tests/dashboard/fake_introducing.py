"""Introductions of the invented network, kept in memory: every step goes through the real table of steps."""

# ruff: noqa: D102, ARG002  # each method is the one of Introducing that it stands for, with its arguments

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lpgraph.errors import LpgraphError
from lpgraph.explore.ego import Node
from lpgraph.introductions import Pairing, steps, texts
from lpgraph.introductions.book import Book, One, Record
from lpgraph.introductions.model import Ask, Broker, Suggestion
from lpgraph.introductions.record import Change, Plan, Said, Step
from lpgraph.introductions.shown import Shown
from lpgraph.introductions.steps import State

DAY = "2026-11-22"
ADDRESSES = ("vega@denver.example.org", "diaz@brooklyn.example.org")


@dataclass
class FakeIntroducing:
    """Records, their steps, and what was shown."""

    nodes: Mapping[str, Node]
    suggest: Callable[[str, Ask], list[Suggestion]]
    check: Callable[[], None]
    records: dict[str, Record] = field(default_factory=dict)
    told: dict[str, list[tuple[Step, Record | None]]] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    error: LpgraphError | None = None

    def book(self) -> Book:
        self.check()
        return Book(DAY, tuple(self.records.values()))

    def _one(self, entity: str) -> One:
        node = self.nodes.get(entity)
        return One(entity, node.name if node else entity, node.label if node else "Person", entity)

    def begin(self, plan: Plan, author: str, event: str = "suggested") -> Said:
        if self.error:
            raise self.error
        turned = steps.Turn(event, State()) if event == "suggested" else steps.turn(event, State())
        made = Record(
            f"introduction/i{len(self.told)}",
            turned.state.status,
            self._one(plan.a),
            self._one(plan.b),
            self._one(plan.broker) if plan.broker else None,
            One("person/staff", plan.owner or author, "Person", "staff"),
            begun=DAY,
            on=DAY,
            due=plan.due,
            note=plan.note,
            because=turned.because,
            until="2027-05-21" if turned.because else "",
        )
        return self._write(made, None, event, author, plan.note)

    def _write(self, made: Record, before: Record | None, event: str, author: str, note: str) -> Said:
        entry = f"{made.id}:{len(self.told.get(made.id, []))}"
        step = Step(entry, f"{DAY}T10:00:00Z", event, made.status, author, note)
        self.told.setdefault(made.id, []).append((step, before))
        self.records[made.id] = made
        return Said(made.id, entry, made.status)

    def decline(self, plan: Plan, event: str, author: str) -> Said:
        return self.begin(plan, author, event)

    def step(self, one: Record, event: str, change: Change, author: str) -> Said:
        if self.error:
            raise self.error
        turned = steps.turn(event, one.state)
        made = replace(
            one,
            status=turned.state.status,
            a=replace(one.a, opt_in=turned.state.a),
            b=replace(one.b, opt_in=turned.state.b),
            outcome=turned.outcome or one.outcome,
            due=change.due or one.due,
        )
        return self._write(made, one, event, author, change.note)

    def undo(self, entry: str) -> None:
        record = entry.rpartition(":")[0]
        _, before = self.told[record].pop()
        if before is None:
            del self.records[record]
        else:
            self.records[record] = before

    def history(self, one: Record) -> list[Step]:
        return [step for step, _ in self.told[one.id]]

    def stops(self, one: Record) -> list[str]:
        return self.stopped

    def drafts(self, one: Record) -> tuple[texts.Draft, ...]:
        if one.status == "declined" or self.stopped:
            return ()
        known = {one.a.id: ADDRESSES[:1], one.b.id: ADDRESSES[1:]} if one.both_yes else {}
        why = ["Both active on Fair workweek.", "Ana Reyes knows you."]
        owner = one.owner.name if one.owner else ""
        return texts.drafts(one, texts.Filling({}, why, why, owner, known))

    def reasons(self, a: str, b: str) -> list[str]:
        return ["Both active on Fair workweek."]

    def brokers(self, a: str, b: str) -> list[Broker]:
        return [Broker("person/reyes", self.nodes["person/reyes"].name, 1), Broker("person/hostile", "![](x)", 0)]

    def note_shown(self, what: Shown) -> None:
        self.shown.append(what)

    def across(self, top: int) -> list[Pairing]:
        self.check()
        found = self.suggest("person/vega", Ask())
        return [Pairing("person/vega", self.nodes["person/vega"].name, 0.9, s) for s in found][:top]


def begin(introducing: FakeIntroducing) -> None:
    """Introductions at different stages, between people whom no test asks about; one name is hostile."""
    walk = ("approved", "asked_a", "yes_a", "asked_b", "yes_b", "introduced")
    plans = [
        Plan("x/0", "x/1", "person/reyes", "Sam Staff", due="2026-11-20"),
        Plan("x/2", "x/6", "", "Kim Office", due="2026-12-04"),
        Plan("x/7", "x/3", "person/reyes", "Sam Staff", due="2026-12-01"),
        Plan("x/5", "person/hostile", "person/hostile", "Sam Staff"),
        Plan("x/10", "x/11", "", "Kim Office", due="2026-12-11"),
    ]
    for plan, steps_done in zip(plans, (3, 5, 6, 0, 1), strict=True):
        said = introducing.begin(plan, plan.owner)
        for event in walk[:steps_done]:
            introducing.step(introducing.records[said.id], event, Change(), plan.owner)
    introducing.decline(Plan("x/12", "x/15"), "not_relevant", "Sam Staff")
