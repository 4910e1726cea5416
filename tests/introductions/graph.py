"""A small graph in memory that answers the snapshot's and the evidence's queries, or writes itself into a store.

The answers here are a second, plain reading of what each query promises; a server test compares them with Cypher's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lpgraph.model import FACT_BY_NAME

Row = dict[str, Any]
BELONGING = ("MEMBER_OF", "STAFF_OF", "BOARD_OF", "LEADS")


@dataclass(frozen=True)
class Fact:
    """One relationship of a type between two ids."""

    type: str
    a: str
    b: str
    props: Row


@dataclass
class Graph:
    """Entities by label and id, and facts in the order in which they were said; each gets its own row of graph.csv."""

    entities: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    facts: list[Fact] = field(default_factory=list)

    def add(self, label: str, *ids: str, **props: Any) -> Graph:
        """Entities of one label."""
        for one in ids:
            self.entities[label][one] = {"name": one.title(), **props}
        return self

    def say(self, kind: str, a: str, b: str, /, **props: Any) -> Graph:
        """A fact."""
        row = len(self.facts) + 1
        self.facts.append(
            Fact(kind, a, b, {"key": f"f{row:04}", "source": "test", "file": "graph.csv", "row": row, **props})
        )
        return self

    def attend(self, event: str, day: str, *who: str, name: str = "") -> Graph:
        """An event with those who attended it."""
        self.add("Event", event, startAt=day, **({"name": name} if name else {}))
        for one in who:
            self.say("ATTENDED", one, event)
        return self

    def label(self, one: str) -> str:
        """The label of an id."""
        return next(label for label, ids in self.entities.items() if one in ids)

    def of(self, *types: str) -> Iterator[Fact]:
        """The facts of these types."""
        return (fact for fact in self.facts if fact.type in types)

    def write(self, store: Any) -> None:
        """Everything into a real store."""
        for label, ids in self.entities.items():
            store.write((f"entity_put:{label}", {"rows": [{"id": one, "props": props} for one, props in ids.items()]}))
        for fact in self.facts:
            name = f"fact_create:{fact.type}:{self.label(fact.a)}:{self.label(fact.b)}"
            rows = [{"a": fact.a, "b": fact.b, "props": fact.props}]
            store.write((name, {"rows": rows, "source": "test", "load": "load-1"}))


class Memory:
    """A store double: reads only, by query name."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The rows of a query, or a KeyError for one that this double does not know."""
        family, _, member = query.partition(":")
        return _ANSWERS[family](self.graph, member, params)


def _lists(columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> list[Row]:
    found = list(rows)
    return [{name: [row[i] for row in found] for i, name in enumerate(columns)}]


def _entities(label: str, **columns: tuple[str, Any]) -> Callable[[Graph, str, Row], list[Row]]:
    def answer(graph: Graph, _member: str, _params: Row) -> list[Row]:
        rows = ((one, *(props.get(p, d) for p, d in columns.values())) for one, props in graph.entities[label].items())
        return _lists(("ids", *columns), rows)

    return answer


def _ends(
    of: str, a: str, b: str, labels: tuple[str, str] = ("", ""), **columns: tuple[str, Any]
) -> Callable[..., list[Row]]:
    def answer(graph: Graph, member: str, _params: Row) -> list[Row]:
        kinds, (la, lb) = tuple(of.split()), labels
        if member:
            fact = FACT_BY_NAME[member]
            kinds, la, lb = (fact.type,), str(fact.a), str(fact.b)
        rows = []
        for f in graph.of(*kinds):
            if la in ("", graph.label(f.a)) and lb in ("", graph.label(f.b)):
                props = {"@name": graph.entities[graph.label(f.b)][f.b]["name"], "@type": f.type, **f.props}
                values = (props.get(p, d) for p, d in columns.values())
                rows.append((f.a, f.b, *values))
        return _lists((a, b, *columns), iter(rows))

    return answer


def _posts(graph: Graph, _member: str, _params: Row) -> list[Row]:
    rows = ((f.a, f.b, graph.entities["Post"][f.b]["name"], f.props.get("role", ""), f.props.get("startDate", ""),
             f.props.get("endDate", "")) for f in graph.of("HOLDS"))  # fmt: skip
    return _lists(("who", "posts", "names", "roles", "starts", "ends"), rows)


def _sponsored(graph: Graph, _member: str, _params: Row) -> list[Row]:
    rows = (
        (f.a, g.b, graph.entities["Policy"][g.b]["name"])
        for f in graph.of("SPONSORED")
        for g in graph.of("ENACTS")
        if f.b == g.a
    )
    return _lists(("who", "targets", "names"), rows)


def _measures(graph: Graph, _member: str, _params: Row) -> list[Row]:
    rows = []
    for f in graph.of("ENACTS"):
        m, t = graph.entities["Measure"][f.a], graph.entities["Policy"][f.b]
        area = [g.b for g in graph.of("IN_AREA") if g.a == f.a] or [""]
        held = [h.b for g in graph.of("IN_BODY") if g.a == f.a for h in graph.of("GOVERNS") if h.a == g.b] or [""]
        facts = [m.get(p, "") for p in ("url", "stage", "result", "stageDate")]
        rows += [(f.a, f.b, t["name"], m.get("number", m["name"]), *facts, a, b) for a in area for b in held]
    names = ("ids", "policies", "names", "numbers", "urls", "stages", "results", "dates", "areas", "bodies")
    return _lists(names, iter(rows))


def _events(label: str) -> Callable[[Graph, str, Row], list[Row]]:
    def answer(graph: Graph, _member: str, _params: Row) -> list[Row]:
        who: dict[str, set[str]] = defaultdict(set)
        for fact in graph.of("ATTENDED"):
            if graph.label(fact.a) == label:
                who[fact.b].add(fact.a)
        events = graph.entities["Event"]
        return [
            {"id": e, "name": events[e]["name"], "startAt": events[e].get("startAt"), "who": sorted(ids)}
            for e, ids in sorted(who.items())
        ]

    return answer


def _row(fact: Fact, **more: Any) -> Row:
    props = fact.props
    return {"a": fact.a, "b": fact.b, "key": props["key"], "file": props["file"], "row": props["row"],
            "startDate": props.get("startDate"), "endDate": props.get("endDate"), **more}  # fmt: skip


def _fact(graph: Graph, member: str, params: Row) -> list[Row]:
    kind, a, b = member.split(":")
    return [_row(f) for w in params["rows"] for f in graph.of(kind)
            if (f.a, f.b) == (w["a"], w["b"]) and (graph.label(f.a), graph.label(f.b)) == (a, b)]  # fmt: skip


def _through(first: str, second: str, name: str) -> Callable[[Graph, str, Row], list[Row]]:
    def answer(graph: Graph, _member: str, params: Row) -> list[Row]:
        pairs = [(f, g) for f in graph.of(first) for g in graph.of(second) if f.b == g.a]
        wanted = [(w["a"], w["b"]) for w in params["rows"]]
        return [{**_row(f), "b": g.b, name: f.b} for f, g in pairs if (f.a, g.b) in wanted]

    return answer


def _where_person(graph: Graph, _member: str, params: Row) -> list[Row]:
    found = []
    for f in graph.of("HOLDS", "LOCATED_IN"):
        if f.a not in params["ids"]:
            continue
        bodies = [g.b for g in graph.of("IN_BODY") if g.a == f.b]
        areas = [g.b for g in graph.of("GOVERNS") if g.a in bodies] + [
            g.b for g in graph.of("REPRESENTS") if g.a == f.b
        ]
        for area in [f.b] if f.type == "LOCATED_IN" else areas:
            state = graph.entities["Area"][area].get("state")
            found.append(_row(f, id=f.a, type=f.type, other=f.b, area=area, state=state))
    return found


def _where_organization(graph: Graph, _member: str, params: Row) -> list[Row]:
    return [_row(f, id=f.a, type=f.type, other=f.b, area=f.b, state=graph.entities["Area"][f.b].get("state"))
            for f in graph.of("ACTIVE_IN", "GOVERNS") if f.a in params["ids"]]  # fmt: skip


_DATES = {"starts": ("startDate", ""), "ends": ("endDate", "")}
_PLAIN = {"noContact": ("doNotContact", False), "noIntroduce": ("doNotIntroduce", False)}
_ANSWERS: dict[str, Callable[[Graph, str, Row], list[Row]]] = {
    "network_people": _entities("Person", names=("name", ""), cities=("city", ""), states=("state", ""),
                                statuses=("status", ""), **_PLAIN),
    "network_organizations": _entities("Organization", names=("name", ""), classes=("classification", ""),
                                       cities=("city", ""), states=("state", ""), **_PLAIN),
    "network_areas": _entities("Area", names=("name", ""), types=("type", ""), states=("state", "")),
    "network_cities": _entities("Area", names=("name", ""), states=("state", ""), populations=("population", 0),
                                forms=("formOfGovernment", "")),
    "network_events": _events("Person"),
    "network_events_organizations": _events("Organization"),
    "network_posts": _posts,
    "network_post_bodies": _ends("IN_BODY", "posts", "bodies", ("Post", "Organization")),
    "network_post_areas": _ends("REPRESENTS", "ids", "areas"),
    "network_body_areas": _ends("GOVERNS", "ids", "areas"),
    "network_homes": _ends("LOCATED_IN", "ids", "areas", ("Person", "Area")),
    "network_active": _ends("ACTIVE_IN", "ids", "areas", **_DATES),
    "network_members": _ends(" ".join(BELONGING), "who", "organizations", types=("@type", ""), roles=("role", ""),
                             **_DATES),
    "network_affiliated": _ends("AFFILIATED_WITH", "locals", "parents", **_DATES),
    "network_shared": _ends("", "who", "targets", names=("@name", ""), stances=("stance", ""), **_DATES),
    "network_about": _ends("", "events", "targets", names=("@name", "")),
    "network_knows": _ends("KNOWS", "a", "b", strengths=("strength", 3), contacts=("lastContactAt", ""), **_DATES),
    "network_barred": _ends("", "a", "b", untils=("until", "")),
    "network_sponsored": _sponsored,
    "network_measures": _measures,
    "network_sponsors": _ends("SPONSORED", "who", "measures", ("Person", "Measure"), roles=("role", "")),
    "network_advisers": _ends("ADVISES_ON", "who", "policies", names=("@name", ""), kinds=("kind", ""), **_DATES),
    "coalition_policies": _ends("ABOUT", "campaigns", "policies", ("Campaign", "Policy")),
    "introductions_fact": _fact,
    "introductions_terms": lambda graph, _member, params: [
        _row(f, id=f.a, post=f.b) for f in graph.of("HOLDS") if f.a in params["ids"]
    ],
    "introductions_seat": _through("HOLDS", "IN_BODY", "post"),
    "introductions_sponsored": _through("SPONSORED", "ENACTS", "measure"),
    "introductions_where_person": _where_person,
    "introductions_where_organization": _where_organization,
    "introductions_mentions": lambda _graph, _member, _params: [],
}  # fmt: skip
