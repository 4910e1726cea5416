"""Most officials have been nowhere; they still get explained people outside their city."""

import numpy as np

from lpgraph.introductions.claims import Claims
from lpgraph.introductions.gates import open_to
from lpgraph.introductions.links import Links
from lpgraph.introductions.places import away
from lpgraph.introductions.score import ranked, score
from lpgraph.introductions.weights import DEFAULT
from lpgraph.network.days import day_of
from lpgraph.network.index import Index
from lpgraph.network.snapshot import take
from tests.introductions.graph import Graph, Memory

TODAY = "2026-11-24"


def country() -> Graph:
    """1,800 officials in 670 bodies of 50 states; half attended nothing, the others one convening of 130 each."""
    rng = np.random.default_rng(3)
    graph = Graph()
    for b in range(670):
        graph.add("Area", f"area{b}", state=f"S{b % 50}", type="place")
        graph.add("Organization", f"body{b}", classification="government body").say("GOVERNS", f"body{b}", f"area{b}")
    for i in range(1800):
        graph.add("Person", f"p{i}").add("Post", f"seat{i}")
        graph.say("IN_BODY", f"seat{i}", f"body{i % 670}").say("HOLDS", f"p{i}", f"seat{i}")
    goers = rng.permutation(1800)[:900]
    for e in range(7):
        graph.attend(f"c{e}", f"2026-0{e + 1}-01", *(f"p{i}" for i in goers[e * 130 : (e + 1) * 130]))
    return graph


def test_most_officials_get_five_explained_candidates_elsewhere() -> None:
    """Of 60 officials at least 70% get five planned, fact-backed candidates outside their city among the first 20."""
    graph = country()
    snapshot = take(Memory(graph), TODAY)
    index = Index(snapshot, DEFAULT.limits.tuning, day_of(TODAY))
    served = 0
    for u in range(0, 1800, 30):
        row = snapshot.nodes.position[f"p{u}"]
        admissible = open_to(index, row) & (snapshot.nodes.kinds == "official")
        scores = score(index, row, admissible, DEFAULT.weights)
        claims, far = Claims(Links(index), row, scores, DEFAULT), away(snapshot, row)
        best = [v for v in ranked(scores.total, admissible, snapshot.nodes.ids)[:20] if far[v]]
        served += sum(bool(claims.about(v)[0]) for v in best[:6]) >= 5
    assert served >= 0.7 * 60


def test_a_seat_says_where_somebody_is_when_a_body_of_the_name_is_in_two_states() -> None:
    """Two councils of one name that became one body: each member is where their seat is, and has a state."""
    graph = Graph()
    graph.add("Organization", "council", classification="government body")
    for state in ("co", "ma"):
        area = f"ocd-division/country:us/state:{state}/place:twinford"
        graph.add("Area", area, state=state.upper(), type="place", name="Twinford").say("GOVERNS", "council", area)
        graph.add("Area", f"{area}/council_district:2", state=state.upper(), type="district", name="District 2")
        graph.add("Person", f"p-{state}").add("Post", f"seat-{state}")
        graph.say("IN_BODY", f"seat-{state}", "council").say("HOLDS", f"p-{state}", f"seat-{state}")
        graph.say("REPRESENTS", f"seat-{state}", f"{area}/council_district:2")
    nodes = take(Memory(graph), TODAY).nodes
    assert [nodes.states[nodes.position[p]] for p in ("p-co", "p-ma")] == ["CO", "MA"]
    assert nodes.places[nodes.position["p-co"]] == "Twinford, CO"


def test_equal_candidates_are_spread_over_those_who_ask() -> None:
    """People whom nothing tells apart are not all sent to the same ten of a hundred."""
    graph = Graph()
    for i in range(120):
        graph.add("Person", f"p{i:03}", state="CO", city=f"Town {i}")
    snapshot = take(Memory(graph), TODAY)
    index = Index(snapshot, DEFAULT.limits.tuning, day_of(TODAY))
    shown: set[int] = set()
    for u in range(40):
        found = score(index, u, open_to(index, u), DEFAULT.weights).best(10, snapshot.nodes.ids[u])
        again = score(index, u, open_to(index, u), DEFAULT.weights).best(10, snapshot.nodes.ids[u])
        assert len(found) == 10 and found == again
        shown.update(found)
    assert len(shown) > 80
