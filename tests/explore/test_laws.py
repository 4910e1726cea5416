"""Laws of paths and pictures, on random graphs in memory."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.explore import ego, paths
from lpgraph.model import FACTS
from tests.explore.fake import FakeStore
from tests.explore.world import World

_TYPES = [f for f in FACTS if f.type in ("KNOWS", "ATTENDED", "MEMBER_OF", "WORKS_ON", "LOCATED_IN")]
_SIZES = {"Person": 8, "Organization": 3, "Event": 4, "Campaign": 2, "Area": 2}


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A few entities of each kind and up to 30 facts among them."""
    world = World()
    for label, count in _SIZES.items():
        for number in range(count):
            world.entity(label, f"{label} {number}")
    for _ in range(draw(st.integers(0, 30))):
        fact = draw(st.sampled_from(_TYPES))
        a, b = (f"{end.lower()}/{end.lower()}-{draw(st.integers(0, _SIZES[end] - 1))}" for end in (fact.a, fact.b))
        if a != b:
            world.fact(fact.type, a, b, strength=draw(st.integers(1, 5)))
    return world


def _oracle(world: World, a: str, b: str, longest: int) -> set[tuple[str, ...]]:
    graph = nx.Graph()
    graph.add_nodes_from(world.labels)
    graph.add_edges_from((x, y) for t, _la, x, _lb, y, _p in world.facts if t in paths.VIA)
    if not nx.has_path(graph, a, b) or nx.shortest_path_length(graph, a, b) > longest:
        return set()
    return {tuple(way) for way in nx.all_shortest_paths(graph, a, b)}


@settings(max_examples=150, deadline=None)
@given(worlds(), st.integers(1, 7), st.integers(1, 6))
def test_paths_are_exactly_the_shortest_ones(world: World, other: int, longest: int) -> None:
    """Every path is one of networkx's shortest, and all of them are there while they are ten or fewer."""
    a, b = "person/person-0", f"person/person-{other}"
    found = {way.ids for way in paths.shortest(FakeStore(world), a, b, max_length=longest)}
    truth = _oracle(world, a, b, longest)
    assert found <= truth
    assert len(found) == min(len(truth), paths.MOST_PATHS)


@settings(max_examples=100, deadline=None)
@given(worlds(), st.integers(1, 12))
def test_a_picture_keeps_its_limit_and_counts_what_it_hides(world: World, limit: int) -> None:
    """Never more nodes than the limit; shown and hidden together are all the neighbours; every edge joins two shown."""
    view = ego.ego(FakeStore(world), "person/person-0", limit=limit)
    everything = ego.ego(FakeStore(world), "person/person-0", limit=1000)
    shown = {n.id for n in view.nodes}
    assert len(view.nodes) <= limit and view.nodes[0].centre
    assert everything.hidden == 0
    assert len(view.nodes) + view.hidden == len(everything.nodes)
    assert sum(view.hidden_by.values()) == view.hidden
    assert all(e.a in shown and e.b in shown for e in view.edges)
    assert len({e.id for e in view.edges}) == len(view.edges)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_expanding_adds_only_what_is_new(world: World) -> None:
    """An expansion brings no node that is known, and its edges join new ones to new or known ones."""
    store = FakeStore(world)
    first = ego.ego(store, "person/person-0", limit=6)
    known = {n.id for n in first.nodes}
    for node in first.nodes[1:]:
        more = ego.expand(store, node.id, known)
        fresh = {n.id for n in more.nodes} - {node.id}
        assert not fresh & known
        assert all({e.a, e.b} <= known | fresh for e in more.edges)
