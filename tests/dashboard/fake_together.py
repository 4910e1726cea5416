"""Coalitions, policies and convenings over a small city in memory, hostile names included; what is written is kept."""

# ruff: noqa: ARG002  # each method is the one of Together that it stands for, with its arguments

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lpgraph.convening.met import Written
from lpgraph.dashboard.together import Together
from lpgraph.introductions.book import EMPTY
from lpgraph.network import snapshot
from tests.coalitions.memory import TODAY, Coalition, denver
from tests.dashboard.fake_review import IMAGE, PICTURE
from tests.introductions.graph import Graph, Row

POLICY = "policy/hours"
CONVENING = "event/spring"


def city() -> Graph:
    """Denver's campaign, with somebody hostile in each corner, a seat that changed hands, and two to introduce."""
    graph = denver().add("Person", "mal", name=IMAGE).add("Organization", "trap", name=PICTURE, classification="union")
    graph.add("Post", "seat6", name=PICTURE).say("IN_BODY", "seat6", "council").say("HOLDS", "mal", "seat6")
    graph.say("ACTIVE_IN", "trap", "denver").say("WORKS_ON", "mal", "hours", stance="supports", role=PICTURE)
    graph.say("WORKS_ON", "trap", "hours", stance="opposes").say("KNOWS", "ana", "mal")
    graph.add("Person", "old").say("HOLDS", "old", "seat2", endDate="2026-06-30").say("WORKS_ON", "old", "hours")
    graph.say("IN_AREA", "hours", "boulder", tier="2").attend("small", "2026-09-01", "ana", "fay", "gus")
    return graph


_MEASURE: Row = {
    "id": "m1", "area": "denver", "body": "council", "bodyName": "Denver Sample Council", "file": "measures.csv",
    "row": 3,
    "props": {"number": "EX 1", "name": PICTURE, "stage": "passed", "stageDate": "2025-04",
              "url": "javascript:alert(1)", "budgetNote": IMAGE, "citation": PICTURE, "preemption": "yes"},
}  # fmt: skip
_ROWS: dict[str, list[Row]] = {
    "policy_list": [{"id": POLICY, "name": IMAGE, "measures": 1, "areas": 1}],
    "policy_measures": [_MEASURE],
    "policy_sponsors": [
        {"measure": "m1", "id": "ana", "name": PICTURE, "role": "", "file": "measures.csv", "row": 3, "quiet": False,
         "until": ""}
    ],
    "policy_votes": [{"measure": "m1", "vote": IMAGE, "people": 5}],
    "policy_resources": [
        {"id": "r1", "name": PICTURE, "type": "brief", "url": PICTURE, "measure": "", "file": "r.csv", "row": 1}
    ],
    "policy_experts": [
        {"id": "fay", "name": IMAGE, "kind": "legal", "note": PICTURE, "start": "", "end": "",
         "file": "e.csv", "row": 1}
    ],
    "policy_alternatives": [{"id": "p2", "name": PICTURE, "areas": 0}],
    "policy_interested": [],
    "policy_areas": [
        {"id": "denver", "name": "Denver", "state": "CO", "type": "place", "population": 700_000, "form": ""}
    ],
    "question_list": [
        {"id": "question/1", "text": IMAGE, "status": "open", "asked": "2026-11-01", "by": "ana", "by_name": PICTURE,
         "policy": POLICY, "policy_name": "", "area": "", "area_name": "", "assignee": "", "answer": "", "link": "",
         "answered": ""}
    ],
    "convening_events": [{"id": CONVENING, "name": "Spring convening", "startAt": "2026-12-01", "people": 5}],
    "convening_people": [
        {"id": one, "type": "REGISTERED_FOR", "status": "registered"} for one in ("ana", "bo", "mal", "fay", "gus")
    ],
}  # fmt: skip


class City(Coalition):
    """The double's store, with a policy and a convening."""

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The rows of a query."""
        return _ROWS[query.partition(":")[0]] if query.partition(":")[0] in _ROWS else super().read(query, **params)


class FakeTogether(Together):
    """The real answers over ``city``; what a screen writes is in ``said``."""

    def __init__(self, check: Callable[[], None]) -> None:
        store: Any = City(city())
        network = snapshot.take(store, TODAY)
        super().__init__(store, lambda: store, lambda: network, lambda: EMPTY)
        self.check, self.said = check, list[tuple[str, ...]]()

    def scene(self) -> Any:
        """As the store has it, unless it is down."""
        self.check()
        return super().scene()

    def policies(self) -> Any:
        """As the store has them, unless it is down."""
        self.check()
        return super().policies()

    def convenings(self) -> Any:
        """As the store has them, unless it is down."""
        self.check()
        return super().convenings()

    def stance(self, who: str, campaign: str, stance: str, author: str, note: str = "") -> str:
        """Kept."""
        self.said.append(("stance", who, campaign, stance))
        return "entry-stance"

    def set_city(self, campaign: str, area: str, fields: Any, author: str) -> str:
        """Kept."""
        self.said.append(("city", campaign, area, fields["tier"], fields["owner"]))
        return "entry-city"

    def new_campaign(self, name: str, area: str, tier: str, author: str) -> str:
        """Kept."""
        self.said.append(("campaign", name, area, tier))
        return "entry-campaign"

    def ask(self, who: str, text: str, policy: str, assignee: str, author: str) -> str:
        """Kept."""
        self.said.append(("ask", who, text, policy))
        return "question/2"

    def answer(self, question: str, text: str, link: str, author: str) -> str:
        """Kept."""
        self.said.append(("answer", question, text))
        return "entry-answer"

    def met(self, made: Any, title: str, author: str) -> Written:
        """Kept; a second time it was there before."""
        before = ("met", made.event, title) in self.said
        self.said.append(("met", made.event, title))
        return Written("entry-met", before)
