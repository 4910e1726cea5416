"""Random small networks with everything that a gate or a reason may rest on."""

from typing import Any

from hypothesis import strategies as st

from tests.introductions.graph import Graph

TODAY = "2026-11-24"
PEOPLE = tuple(f"p{i}" for i in range(9))
ORGS = ("council", "senate", "tenants", "union")
JOINED = ("tenants", "union")
KINDS = ("government body", "government body", "community", "union")
DAYS = ("2026-10-01", "2026-06", "2025", "", "2027-01-01")
FLAGS: tuple[dict[str, Any], ...] = ({"doNotContact": True}, {"doNotIntroduce": True}, {"status": "staff"})
_some = st.sampled_from
_pairs = st.tuples(_some(PEOPLE), _some(PEOPLE)).filter(lambda pair: pair[0] != pair[1])


def _flag(draw: st.DrawFn, choices: tuple[dict[str, Any], ...], one_in: int) -> dict[str, Any]:
    return draw(_some(choices)) if draw(st.integers(1, one_in)) == 1 else {}


def _entities(draw: st.DrawFn) -> Graph:
    graph = Graph().add("Area", "denver", name="Denver", state="CO", type="place")
    graph.add("Campaign", "hours").add("Policy", "rent").add("Issue", "housing")
    for one in PEOPLE:
        graph.add("Person", one, **_flag(draw, FLAGS, 5))
    for one, kind in zip(ORGS, KINDS, strict=True):
        graph.add("Organization", one, classification=kind, **_flag(draw, FLAGS[:1], 9))
        graph.add("Post", f"seat-{one}").say("IN_BODY", f"seat-{one}", one)
    return graph.say("GOVERNS", "council", "denver").say("ACTIVE_IN", "union", "denver")


def _events(draw: st.DrawFn, graph: Graph) -> None:
    for i in range(draw(st.integers(1, 6))):
        who = draw(st.sets(_some((*PEOPLE, *JOINED)), max_size=5))
        graph.attend(f"e{i}", draw(_some(DAYS)), *sorted(who), name=draw(_some(("Rent Forum", "Wage Forum", "Picnic"))))
    graph.say("ABOUT", "e0", "rent")


def _roles(draw: st.DrawFn, graph: Graph) -> None:
    for person in draw(st.lists(_some(PEOPLE), max_size=4)):
        seat, end = draw(_some(("seat-council", "seat-senate"))), draw(_some(("", "2024-01-01")))
        graph.say("HOLDS", person, seat, endDate=end)
    for person in draw(st.lists(_some(PEOPLE), max_size=4)):
        kind, end = draw(_some(("MEMBER_OF", "STAFF_OF"))), draw(_some(("", "2024")))
        graph.say(kind, person, draw(_some(JOINED)), endDate=end)
    for one in draw(st.lists(_some((*PEOPLE, *JOINED)), max_size=5)):
        graph.say("WORKS_ON", one, "hours", stance=draw(_some(("supports", "opposes"))))
    for one in draw(st.lists(_some((*PEOPLE, "union")), max_size=4)):
        graph.say("INTERESTED_IN", one, draw(_some(("rent", "housing"))))


def _ties(draw: st.DrawFn, graph: Graph) -> None:
    for a, b in draw(st.lists(_pairs, max_size=3)):
        graph.say("KNOWS", a, b, strength=draw(st.integers(1, 5)), lastContactAt=draw(_some(DAYS[:3])))
    for a, b in draw(st.lists(_pairs, max_size=2)):
        graph.say("DO_NOT_INTRODUCE", a, b, until=draw(_some(("", "2025-01-01", "2030"))))
    if draw(st.booleans()):
        graph.say("DO_NOT_INTRODUCE", draw(_some(PEOPLE)), draw(_some(JOINED)))


@st.composite
def networks(draw: st.DrawFn) -> Graph:
    """Nine people and four organizations: events, offices, memberships, ties, flags and pairs kept apart."""
    graph = _entities(draw)
    _events(draw, graph)
    _roles(draw, graph)
    _ties(draw, graph)
    return graph
