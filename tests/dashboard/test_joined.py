"""Two who were joined: old links lead to the one, and a graph that is on screen is read anew."""

from __future__ import annotations

from lpgraph.dashboard import views_explore
from lpgraph.dashboard.keys import Kept
from tests.dashboard.fakes import DIAZ, REYES, VEGA, FakeBackend
from tests.dashboard.test_screens import graph, opened, texts


def test_an_old_link_leads_to_whom_it_means_now() -> None:
    """The address, the graph, the profile and the list of introductions are about the joined one."""
    backend = FakeBackend(joined={"person/old": VEGA})
    at = opened("explore", backend, "person/old")
    assert at.query_params["who"] == VEGA
    assert graph(at)["root"] == VEGA
    assert at.subheader[0].value == "Marisol Vega"
    at = opened("introductions", backend, "person/old")
    assert at.query_params["who"] == VEGA
    assert "Marisol Vega" in texts(at)


def test_the_graph_is_read_anew_after_an_answer() -> None:
    """Somebody on the graph was joined to another meanwhile: gone at the next look, all others where they stood."""
    backend = FakeBackend()
    at = opened("explore", backend)
    kept = at.session_state[Kept.EXPLORATION]
    assert REYES in kept.nodes and DIAZ not in backend.joined
    backend.joined[REYES] = DIAZ
    backend.edges = [edge for edge in backend.edges if REYES not in (edge.a, edge.b)]
    at.run()

    now = at.session_state[Kept.EXPLORATION]
    assert REYES not in now.nodes
    assert {i: now.places[i] for i in now.nodes if i in kept.nodes} == {i: kept.places[i] for i in now.nodes}
    assert REYES not in {node["id"] for node in graph(at)["nodes"]}


def test_what_was_expanded_stays_expanded_when_it_is_read_anew() -> None:
    """The dots that a double-click added are asked for again, below the same parent."""
    backend = FakeBackend()
    at = opened("explore", backend)
    kept = at.session_state[Kept.EXPLORATION]
    at.session_state[Kept.EXPLORATION] = views_explore.grow(kept, backend.expand(REYES, kept.nodes), REYES)
    added = set(at.session_state[Kept.EXPLORATION].nodes) - set(kept.nodes)
    assert added
    backend.joined["person/x"] = "person/y"
    at.run()
    assert added <= set(at.session_state[Kept.EXPLORATION].nodes)
