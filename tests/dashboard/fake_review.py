"""The questions of who is who that the invented network has, and the ids of its people."""

# ruff: noqa: D102, ARG002  # each method is the one of Backend that it stands for, with its arguments

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lpgraph.errors import LpgraphError
from lpgraph.explore.ego import Node
from lpgraph.ingest.deciding import Contradiction
from lpgraph.ingest.decisions import Decision
from lpgraph.ingest.evidence import Mark, sentence
from lpgraph.ingest.review import Pair, Party, Question
from lpgraph.model import Label

IMAGE = "<img src=x onerror=window.__lpx=1> href"
PICTURE = "![](http://evil.test/x.png) [go](http://evil.test) :material/home: $x$ **b**"
VEGA, DIAZ, REYES, TENANTS, UNION = (
    "person/vega",
    "person/diaz",
    "person/reyes",
    "organization/tenants",
    "organization/local105",
)
HOSTILE_PERSON, HOSTILE_UNION = "person/hostile", "organization/hostile"


@dataclass
class FakeReview:
    """Asks about two pairs; what is answered is in ``answers_given``. ``earlier``: what was said before of any pair."""

    answers_given: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    earlier: str = ""
    joined: dict[str, str] = field(default_factory=dict)  # old id → the one that it was joined to
    error: LpgraphError | None = None
    empty: bool = False

    def __post_init__(self) -> None:
        self.nodes: Mapping[str, Node] = {}

    def now(self, entity_id: str) -> str:
        if self.error:
            raise self.error
        return self.joined.get(entity_id, entity_id)

    def mark(self, *, steps: bool = True) -> str:
        return repr((self.answers_given, self.joined))

    def questions(self, author: str) -> list[Pair]:
        if self.error:
            raise self.error
        told = [{a, b} for a, b, _verdict in self.answers_given.values()]
        pairs = [
            Pair(VEGA, REYES, Label.PERSON, 0.72, ("r1", "r2")),
            Pair(HOSTILE_PERSON, DIAZ, Label.PERSON, 0.55, ("r3", "r4")),
        ]
        return [] if self.empty else [p for p in pairs if {p.a, p.b} not in told]

    def question(self, pair: Pair) -> Question:
        a, b = (
            Party(i, self.nodes[i].name, ("attendees_2025.csv row 812", PICTURE), (("ATTENDED", 3), ("HOLDS", 1)))
            for i in (pair.a, pair.b)
        )
        marks = (
            Mark("phone", ("303-555-0123",), ("(303) 555-0123",), "same"),
            Mark("first name", ("Bill",), ("William", IMAGE), "alike"),
            Mark("city", (PICTURE,), ("Aurora",), "different"),
        )
        return Question(pair, a, b, marks, sentence(marks), pair.a)

    def decide(self, a: str, b: str, verdict: str, author: str, sure: bool = False) -> Decision:
        names = ("", *(self.nodes[one].name if one in self.nodes else one for one in (a, b)))
        line = Decision("d1", 1, (a,), (b,), "Person", verdict, author or "sam", "2026-11-22T14:05", *names)
        if self.earlier and not sure:
            raise Contradiction(verdict, [replace(line, verdict=self.earlier, who="ana")])
        self.answers_given["d1"] = (a, b, verdict)
        return line

    def answers(self, most: int) -> list[Decision]:
        return [
            Decision(
                d, 1, (a,), (b,), "Person", v, "sam", "2026-11-22T14:05", "", self.nodes[a].name, self.nodes[b].name
            )
            for d, (a, b, v) in self.answers_given.items()
            if b in self.nodes
        ]

    def withdraw(self, decision: str, author: str) -> Decision:
        a, b, _verdict = self.answers_given.pop(decision)
        names = ("", self.nodes[a].name, self.nodes[b].name)
        return Decision("d2", 2, (a,), (b,), "Person", "withdrawn", author, "2026-11-22T14:06", *names, of=decision)

    def weights_said(self) -> str:
        return ""  # learning is off
