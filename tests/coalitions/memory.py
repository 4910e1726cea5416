"""The store double of the introductions' tests, which also answers what a coalition's scene asks."""

from typing import Any

from lpgraph.coalitions import reading
from lpgraph.coalitions.scene import Scene
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.model import FACT_BY_NAME
from lpgraph.network import snapshot
from tests.introductions.graph import Fact, Graph, Memory, Row

TODAY = "2026-11-24"
_SAID = {"files": ("file", ""), "rows": ("row", 0)}
_TERM = {"starts": ("startDate", ""), "ends": ("endDate", "")}
_ASKED: dict[str, tuple[str, tuple[str, str], dict[str, tuple[str, Any]]]] = {
    "coalition_cities": (
        "IN_AREA", ("campaigns", "areas"),
        {"tiers": ("tier", ""), "stages": ("stage", ""), "votes": ("nextVote", ""), "owners": ("owner", ""), **_TERM,
         **_SAID, "loads": ("load", "")},
    ),
    "coalition_works": (
        "WORKS_ON", ("who", "campaigns"),
        {"roles": ("role", ""), "stances": ("stance", ""), "influences": ("influence", ""), **_TERM, **_SAID,
         "loads": ("load", "")},
    ),
    "coalition_policies": ("ABOUT", ("campaigns", "policies"), {}),
    "coalition_within": ("WITHIN", ("ids", "parents"), {}),
}  # fmt: skip


class Coalition(Memory):
    """Answers the queries of ``queries/coalitions`` too."""

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The rows of a query."""
        family, _, member = query.partition(":")
        answer = {
            "coalition_campaigns": self._campaigns,
            "coalition_terms": self._terms,
            "coalition_posts": self._posts,
            "ledger_loads": self._loads,
            "coalition_measures": self._measures,
        }.get(family)
        if answer:
            return answer()
        if family == "coalition_expected":
            votes = {"votes": ("vote", ""), "dates": ("startDate", ""), "authors": ("author", ""), **_SAID}
            return self._facts(member.split(":")[0], ("who", "measures"), votes, "Person")
        if family in _ASKED:
            kind, ends, props = _ASKED[family]
            start = str(FACT_BY_NAME[member].a) if member else "Campaign" if kind != "WITHIN" else "Area"
            return self._facts(kind, ends, props, start)
        return super().read(query, **params)

    def _facts(self, kind: str, ends: tuple[str, str], props: dict[str, tuple[str, Any]], start: str) -> list[Row]:
        found = [f for f in self.graph.of(kind) if self.graph.label(f.a) == start]
        columns: Row = {ends[0]: [f.a for f in found], ends[1]: [f.b for f in found]}
        return [columns | {name: [f.props.get(p, d) for f in found] for name, (p, d) in props.items()}]

    def _campaigns(self) -> list[Row]:
        some = self.graph.entities["Campaign"]
        blank = [""] * len(some)
        return [
            {"ids": list(some), "names": [c["name"] for c in some.values()], "statuses": blank, "priorities": blank}
        ]

    def _loads(self) -> list[Row]:
        """Loads are numbered by their name: load-7 is the seventh."""
        names = {str(f.props["load"]) for f in self.graph.facts if "load" in f.props}
        return [{"load": {"id": name, "seq": int(name.rpartition("-")[2])}} for name in sorted(names)]

    def _body(self, post: str) -> str:
        return next((f.b for f in self.graph.of("IN_BODY") if f.a == post), "")

    def _terms(self) -> list[Row]:
        found: list[Fact] = [f for f in self.graph.of("HOLDS") if self._body(f.b)]
        return [
            {
                "who": [f.a for f in found],
                "posts": [f.b for f in found],
                "names": [self.graph.entities["Post"][f.b]["name"] for f in found],
                "bodies": [self._body(f.b) for f in found],
                "starts": [f.props.get("startDate", "") for f in found],
                "ends": [f.props.get("endDate", "") for f in found],
                "files": [f.props["file"] for f in found],
                "rows": [f.props["row"] for f in found],
            }
        ]

    def _posts(self) -> list[Row]:
        found = [f for f in self.graph.of("IN_BODY") if self.graph.label(f.a) == "Post"]
        names = [self.graph.entities["Post"][f.a]["name"] for f in found]
        return [{"posts": [f.a for f in found], "names": names, "bodies": [f.b for f in found]}]

    def _measures(self) -> list[Row]:
        some = self.graph.entities["Measure"]
        found = [
            (f.a, some[f.a]["name"], f.b, g.b, some[f.a].get("stageDate", ""))
            for f in self.graph.of("ENACTS")
            for g in self.graph.of("IN_AREA")
            if g.a == f.a
        ]
        names = ("measures", "names", "policies", "areas", "dates")
        return [{name: [row[i] for row in found] for i, name in enumerate(names)}]


def scene_of(graph: Graph, on: str = TODAY, book: Book = EMPTY) -> Scene:
    """The scene of a graph in memory, as the introductions recorded let it be seen."""
    store = Coalition(graph)
    return reading.take(store, snapshot.take(store, on), book)


def removed(graph: Graph, *gone: str) -> Graph:
    """The graph as if these had never been there."""
    left = Graph()
    for label, ids in graph.entities.items():
        for one, props in ids.items():
            if one not in gone:
                left.entities[label][one] = props
    left.facts = [f for f in graph.facts if f.a not in gone and f.b not in gone]
    return left


def denver() -> Graph:
    """A council of five in Denver, a tenants' union and a labor union, and the campaign for fair hours."""
    graph = Graph().add("Area", "co", name="Colorado", state="CO", type="state")
    graph.add("Area", "denver", name="Denver", state="CO", type="place").say("WITHIN", "denver", "co")
    graph.add("Area", "boulder", name="Boulder", state="CO", type="place").say("WITHIN", "boulder", "co")
    graph.add("Organization", "council", name="Denver Sample Council", classification="government body")
    graph.say("GOVERNS", "council", "denver")
    graph.add("Organization", "tenants", classification="community").add(
        "Organization", "union", classification="union"
    )
    graph.say("ACTIVE_IN", "tenants", "denver").say("ACTIVE_IN", "union", "co")
    graph.add("Campaign", "hours").say(
        "IN_AREA", "hours", "denver", tier="1", nextVote="2027-02-09", stage="introduced"
    )
    for number, one in enumerate(("ana", "bo", "cai", "dee", "eli"), 1):
        graph.add("Person", one).add("Post", f"seat{number}", name=f"District {number}")
        graph.say("IN_BODY", f"seat{number}", "council").say("HOLDS", one, f"seat{number}")
    for one in ("fay", "gus", "hal"):
        graph.add("Person", one)
    graph.say("STAFF_OF", "fay", "tenants").say("LEADS", "gus", "union")
    for one in ("ana", "tenants", "union"):
        graph.say("WORKS_ON", one, "hours", stance="supports")
    return graph
