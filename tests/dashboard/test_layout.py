"""Where things stand: seeded, apart, quick, and nothing old moves."""

from __future__ import annotations

import math
import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.network import layout


def ego(size: int, seed: int = 1) -> tuple[list[str], list[tuple[str, str]], dict[str, str]]:
    """A view like those on screen: a centre, a first ring, a second one, some ties across."""
    rng = random.Random(seed)
    nodes = ["root", *(f"n{i}" for i in range(1, size))]
    pairs = [("root" if i <= size // 2 else f"n{rng.randrange(1, size // 2)}", f"n{i}") for i in range(1, size)]
    pairs += [(f"n{rng.randrange(1, size)}", f"n{rng.randrange(1, size)}") for _ in range(size)]
    return nodes, pairs, {n: rng.choice(["official", "union", "event"]) for n in nodes}


def closest(places: dict[str, tuple[float, float]]) -> float:
    """The smallest distance between two things."""
    points = list(places.values())
    return min(math.dist(a, b) for i, a in enumerate(points) for b in points[:i])


def test_same_input_in_any_order_gives_the_same_places() -> None:
    """The order in which a store answers does not move anything."""
    nodes, pairs, kinds = ego(80)
    shuffled, turned = nodes[::-1], [(b, a) for a, b in pairs[::-1]]
    assert layout.around("root", nodes, pairs, kinds) == layout.around("root", shuffled, turned, kinds)


@settings(deadline=None, max_examples=30)
@given(st.integers(2, 150), st.integers(0, 50))
def test_around_places_everything_apart_with_the_root_in_the_middle(size: int, seed: int) -> None:
    """Everything has a place of its own, the centre is the centre, and no two dots cover each other."""
    nodes, pairs, kinds = ego(max(size, 4), seed)
    places = layout.around("root", nodes, pairs, kinds)
    assert set(places) == set(nodes)
    assert places["root"] == (0.0, 0.0)
    assert closest(places) > 12


def test_an_ego_of_150_costs_little() -> None:
    """The largest first view is laid out in a small part of a CPU second."""
    nodes, pairs, kinds = ego(150)
    layout.around("root", nodes, pairs, kinds)
    began = time.process_time()
    layout.around("root", nodes, pairs, kinds)
    assert time.process_time() - began < 0.3


def test_newcomers_stand_on_free_ground() -> None:
    """Beside a parent in a crowd, newcomers keep a dot's room from everything and from each other."""
    nodes, pairs, kinds = ego(100)
    places = layout.around("root", nodes, pairs, kinds)
    new = [f"new{i}" for i in range(40)]
    spots = layout.beside(places["n3"], new, places.values())
    assert set(spots) == set(new)
    assert closest(spots) > 30
    assert min(math.dist(a, b) for a in spots.values() for b in places.values()) > 30


def test_paths_run_from_left_to_right() -> None:
    """Start is leftmost, end is rightmost, and two ways of the same length share their columns."""
    places = layout.between([["a", "b", "d"], ["a", "c", "d"]])
    assert places["a"][0] < places["b"][0] == places["c"][0] < places["d"][0]
    assert places["b"][1] != places["c"][1]


def test_communities_are_discs_apart() -> None:
    """Without a centre, two cliques joined by one tie stand in two places that do not overlap."""
    a, b = [f"a{i}" for i in range(8)], [f"b{i}" for i in range(8)]
    pairs = [(x, y) for group in (a, b) for x in group for y in group if x < y] + [("a0", "b0")]
    places = layout.communities(a + b, pairs)
    middle = [tuple(sum(places[n][k] for n in group) / 8 for k in (0, 1)) for group in (a, b)]
    spread = max(math.dist(places[n], middle[0]) for n in a)
    assert math.dist(middle[0], middle[1]) > spread
    assert closest(places) > 20


def test_what_hangs_on_nothing_still_has_a_place() -> None:
    """A thing without ties in the view is drawn outside, not on top of the centre."""
    places = layout.around("r", ["r", "a", "lone"], [("r", "a")], {})
    assert math.dist(places["lone"], places["r"]) > 100
