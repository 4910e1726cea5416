"""A small invented network in memory that answers as the backend does, hostile names included."""

# ruff: noqa: D102, ARG002  # each method is the one of Backend that it stands for, with its arguments

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from loaders.base import Issue
from lpgraph.dashboard.backend import AS_IT_IS, Backend
from lpgraph.dashboard.views_files import How
from lpgraph.errors import NotFound
from lpgraph.explore.ego import Edge, GraphView, Node
from lpgraph.explore.entities import Entity
from lpgraph.explore.facts import Fact, SourceRow
from lpgraph.explore.paths import Path, Step
from lpgraph.explore.profile import Line, Profile, Section
from lpgraph.explore.records import Record
from lpgraph.explore.search import Hit
from lpgraph.ids import fold
from lpgraph.ingest import LoadLine, LoadOptions, Report, UndoReport
from lpgraph.introductions.model import Ask, Broker, FactRef, Gate, Reason, Suggestion, WhyNot
from tests.dashboard.fake_fields import FakeFields
from tests.dashboard.fake_introducing import FakeIntroducing
from tests.dashboard.fake_review import (
    DIAZ,
    HOSTILE_PERSON,
    HOSTILE_UNION,
    IMAGE,
    PICTURE,
    REYES,
    TENANTS,
    UNION,
    VEGA,
    FakeReview,
)
from tests.dashboard.fake_together import FakeTogether

_FIRST = ("Ana", "Bea", "Cora", "Dina", "Eva", "Finn", "Gus", "Hal", "Ida", "Jon", "Kai", "Lea", "Max", "Nia", "Oto")
_LAST = ("Okafor", "Moreno", "Baker", "Whitfield", "Nakamura", "Lindqvist", "Abara", "Castellanos")


def _node(entity: str, kind: str, name: str, where: str = "", line: str = "", ends: str = "") -> Node:
    label = {"official": "Person", "person": "Person", "event": "Event", "campaign": "Campaign", "policy": "Policy"}
    return Node(entity, label.get(kind, "Organization"), kind, name, where, line, kind == "official", ends)


def _network() -> tuple[dict[str, Node], list[Edge]]:
    """Sixty or so people and organizations around Marisol Vega, as many again two steps away."""
    nodes = [
        _node(VEGA, "official", "Marisol Vega", "Denver, CO", "Council Member, District 10", "2027-07"),
        _node(DIAZ, "official", "Tomás Diaz", "Brooklyn, NY", "Council Member, District 38", "2031"),
        _node(REYES, "person", "Ana Reyes", "Denver, CO", "Director, Tenants Together"),
        _node(TENANTS, "organization", "Tenants Together", "Denver, CO"),
        _node(UNION, "union", "Service Workers United Local 105", "Denver, CO"),
        _node("organization/council", "government body", "Denver City Council", "Denver, CO"),
        _node("campaign/fair", "campaign", "Fair workweek"),
        _node("policy/fair", "policy", "Fair workweek ordinance"),
        _node("event/spring", "event", "Spring convening 2025", "Denver, CO"),
        _node("event/autumn", "event", "Autumn convening 2025", "Chicago, IL"),
        _node(HOSTILE_PERSON, "person", IMAGE, PICTURE, PICTURE),
        _node(HOSTILE_UNION, "union", PICTURE, IMAGE),
    ]
    ties = [
        (VEGA, "organization/council", "IN_BODY", "sits on", 1), (VEGA, REYES, "KNOWS", "knows (strength 5 of 5)", 5),
        (REYES, DIAZ, "KNOWS", "knows (strength 3 of 5)", 3), (REYES, TENANTS, "LEADS", "leads (director)", 1),
        (VEGA, "campaign/fair", "WORKS_ON", "works on", 1), (DIAZ, "campaign/fair", "WORKS_ON", "works on", 1),
        (VEGA, "event/spring", "ATTENDED", "attended", 1), (DIAZ, "event/autumn", "ATTENDED", "attended", 1),
        (UNION, "campaign/fair", "WORKS_ON", "works on", 1), (VEGA, "policy/fair", "INTERESTED_IN", "interested in", 1),
        (VEGA, HOSTILE_PERSON, "KNOWS", IMAGE, 1), (VEGA, HOSTILE_UNION, "MEMBER_OF", PICTURE, 1),
        (HOSTILE_PERSON, HOSTILE_UNION, "MEMBER_OF", "member of", 1),
    ]  # fmt: skip
    for i in range(60):
        name = f"{_FIRST[i % 15]} {_LAST[i * 5 % 8]}"
        kind = ("person", "official", "person", "organization", "union")[i % 5]
        called = (
            name
            if i % 5 < 3
            else f"{_LAST[i % 8]} Tenants Union"
            if i % 5 == 3
            else f"Hospital Workers Local {200 + i}"
        )
        line = "Council Member" if kind == "official" else ""
        nodes.append(_node(f"x/{i}", kind, called, "Fairview, MN", line, "2026-12-31" if i % 2 else ""))
        parent = VEGA if i < 30 else f"x/{i - 30}"
        tie = ("TOGETHER", "together at 2 events") if i % 3 == 0 else ("KNOWS", "knows")
        ties.append((parent, f"x/{i}", *tie, 1 + i % 5))
        if i % 4 == 0 and i < 30:
            ties.append((f"x/{i}", "event/spring", "ATTENDED", "attended", 1))
    edges = [
        Edge(
            f"e{n}",
            a,
            b,
            kind,
            text,
            current=n % 9 != 8,
            thin=kind == "TOGETHER",
            directed=kind == "LEADS",
            weight=weight,
        )
        for n, (a, b, kind, text, weight) in enumerate(ties)
    ]
    return {node.id: node for node in nodes}, edges


def _entity(node: Node) -> Entity:
    return Entity(node.id, node.label, node.kind, node.name, node.where)


SOURCE = SourceRow("eventbrite-attendees", "attendees_2025.csv", 812, "load1")
RECORDS = tuple(Record(letter * 16, name, (SOURCE,)) for letter, name in (("a", "Marisol Vega"), ("b", PICTURE)))


@dataclass
class FakeBackend(FakeReview, FakeFields):
    """Answers from memory; what is logged is kept in ``entries``, what is loaded in ``loaded``."""

    home: FilePath = FilePath("/nowhere")
    entries: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    loaded: list[tuple[list[FilePath], LoadOptions]] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.nodes, self.edges = _network()
        self.introducing = FakeIntroducing(self.nodes, self.suggest, self._check)
        self.book, self.together = self.introducing.book, FakeTogether(self._check)

    def _check(self) -> None:
        if self.error:
            raise self.error

    def search(self, text: str, kind: str | None = None, limit: int = 20) -> list[Hit]:
        self._check()
        kinds = set((kind or "").split(",")) | ({"official"} if "person" in (kind or "") else set())
        return [
            Hit(n.id, n.name, n.kind, n.where, 90.0)
            for n in self.nodes.values()
            if fold(text) in fold(n.name) and (not kind or n.kind in kinds)
        ][:limit]

    def find(self, entity_id: str) -> Entity | None:
        self._check()
        return _entity(self.nodes[entity_id]) if entity_id in self.nodes else None

    def _around(self, entity_id: str, known: Collection[str]) -> GraphView:
        self._check()
        if entity_id not in self.nodes:
            raise NotFound(f"There is nothing with the id {entity_id}.")
        near = [o for e in self.edges if entity_id in (e.a, e.b) for o in (e.a, e.b) if o != entity_id]
        shown = [entity_id, *dict.fromkeys(n for n in near if n not in known)]
        every = {*shown, *known}
        edges = [e for e in self.edges if e.a in every and e.b in every and (e.a in shown or e.b in shown)]
        nodes = tuple(replace(self.nodes[i], centre=i == entity_id) for i in shown)
        return GraphView(_entity(self.nodes[entity_id]), nodes, tuple(edges), hidden=7)

    def ego(self, entity_id: str) -> GraphView:
        return self._around(entity_id, ())

    def expand(self, entity_id: str, known: Collection[str]) -> GraphView:
        return self._around(entity_id, set(known) - {entity_id})

    def paths(self, a: str, b: str) -> list[Path]:
        self._check()
        if {a, b} != {VEGA, DIAZ}:
            return []
        steps = []
        for edge in (self.edges[1], self.edges[2]):
            fact = Fact((edge.id,), edge.type, edge.a, edge.b, "", "", (), (SOURCE,))
            ends = (_entity(self.nodes[edge.a]), _entity(self.nodes[edge.b]))
            steps.append(Step(*ends, edge.type, edge.text, True, (fact,)))
        return [Path(tuple(steps))]

    def profile(self, entity_id: str) -> Profile:
        self._check()
        node = self.nodes.get(entity_id)
        if node is None:
            raise NotFound(f"There is nothing with the id {entity_id}.")
        lines = tuple(
            Line(
                f"{e.text[:1].upper()}{e.text[1:]} {self.nodes[e.b if e.a == entity_id else e.a].name}",
                (SOURCE,),
                current=e.current,
            )
            for e in self.edges
            if entity_id in (e.a, e.b)
        )
        typed = tuple(
            Line(f"{what} {other}".strip(), (SourceRow("entry", "entry", 1, entry, "Sam Staff"),), entry=entry)
            for entry, (who, what, other) in self.entries.items()
            if who == entity_id
        )
        sections = [Section("ties", "Ties", lines), Section("entries", "Typed by hand", typed)]
        filled = tuple(s for s in sections if s.lines)
        return Profile(_entity(node), node.line, {}, (), filled, fields=self.fields_of(node), records=RECORDS)

    def why_nobody(self, who: str) -> str:
        return f"Not enough evidence for {who}."

    def suggest(self, who: str, ask: Ask) -> list[Suggestion]:
        self._check()
        fact = FactRef("ATTENDED", (who, "event/spring"), "attendees_2025.csv", 812)
        reasons = (
            Reason("issue", "Both active on Fair workweek and tenant protections.", 0.41, (fact,)),
            Reason(
                "mutual", "Ana Reyes knows you, and was at 3 events with Diaz.", 0.33, (fact, replace(fact, row=813))
            ),
            Reason("big", "Both were at Spring convening 2025.", 0.12, (fact,)),
        )
        hostile = (Reason("mutual", f"{IMAGE} knows you, and {PICTURE}.", 0.5, (replace(fact, source=PICTURE),)),)
        found = [
            Suggestion(1, DIAZ, "Tomás Diaz", "official", "Brooklyn, NY", 2.1, reasons,
                       Broker(REYES, "Ana Reyes", 1), (VEGA, REYES, DIAZ)),
            Suggestion(2, UNION, "Service Workers United Local 105", "union", "Denver, CO", 1.8, reasons[:2],
                       None, (VEGA, UNION)),
            Suggestion(3, HOSTILE_PERSON, IMAGE, "person", PICTURE, 1.1, hostile,
                       Broker(HOSTILE_PERSON, PICTURE, 0), (VEGA,)),
        ]  # fmt: skip
        barred = self.book().partners(who)
        return [s for s in found if (not ask.kinds or s.kind in ask.kinds) and s.id not in barred]

    def lines(self, refs: Sequence[tuple[str, str]]) -> dict[str, str]:
        return {i: self.nodes[i].line for _label, i in refs}

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        return {i: self.nodes[i].name for i in ids if i in self.nodes}

    def why_not(self, a: str, b: str) -> WhyNot:
        self._check()
        fact = FactRef("KNOWS", (a, b), "ties.csv", 3)
        gates = (
            Gate("knows", True, "They know each other already.", (fact,)),
            Gate("staff", False, "Neither is on our own staff."),
        )
        return WhyNot(gates, (Reason("issue", "Both active on Fair workweek.", 1.0, (fact,)),))

    def graph_of(self) -> str:
        return "2026-11-22T14:05"

    def loads(self) -> list[LoadLine]:
        self._check()
        if self.empty:
            return []
        line = LoadLine(
            "load1",
            "eventbrite-attendees",
            "attendees_2025.csv",
            "h",
            "2026-01-01",
            1,
            "done",
            "2026-11-22T14:05:00Z",
            who="sam",
        )
        line = replace(line, read=1203, accepted=1200, rejected=3)
        status = "undone" if "load2" in self.undone else "done"
        second = replace(line, id="load2", file=PICTURE, source="sheet-1", seq=2, accepted=40, status=status)
        return [second, line]

    def preview(self, files: Sequence[FilePath], how: How = AS_IT_IS) -> list[object]:
        from lpgraph.dashboard.views_files import Preview, refused

        if any("broken" in file.name for file in files):
            return [refused("broken.csv", "broken.csv: no header")]
        rows = ({"name": IMAGE, "city": "Denver"}, {"name": "Ana Reyes", "city": PICTURE})
        return [Preview(file.name, "Eventbrite: who registered", rows, 3, needs_event=True) for file in files]

    def proposals(self, files: Sequence[FilePath], how: How = AS_IT_IS) -> list[object]:
        return []

    def log(
        self, who: str, what: str, other: str = "", on: str = "", note: str = "", value: str = "", author: str = ""
    ) -> str:
        self._check()
        entry = f"entry{len(self.entries)}"
        self.entries[entry] = (who, what, other)
        return entry

    def unlog(self, entry: str) -> None:
        kept = self.corrected if entry in self.corrected else self.entries
        self.introducing.undo(entry) if ":" in entry else kept.pop(entry)

    def load(self, files: Sequence[FilePath], options: LoadOptions, listen: Callable[..., None]) -> list[Report]:
        self._check()
        self.loaded.append((list(files), options))
        issue = Issue(files[0].name, 2, 3, "name", "no name", True, "")
        return [Report(files[0].name, "eventbrite", "load3", read=3, accepted=2, rejected=1, created=2, issues=[issue])]

    def undo(self, load: str) -> UndoReport:
        self.undone.append(load)
        return UndoReport(load, "attendees_2025.csv", 3, 0, 2, 0)


def fake() -> Backend:
    """A fresh fake, typed as the real thing that it stands for."""
    return FakeBackend()  # type: ignore[return-value]
