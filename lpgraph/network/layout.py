"""Where things stand on a drawn graph: computed here once, seeded, so that the browser has nothing to settle.

``around`` puts one thing in the middle and the rest on rings by distance, neighbours beside each other. ``between``
draws ways from left to right. ``beside`` places newcomers around the one they were expanded from, on free ground,
and moves nothing that stands already.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

Point = tuple[float, float]
Pair = tuple[str, str]

RING = 120.0  # between rings
ROOM = 44.0  # along a ring, for a dot with its label
WIDE = 1.35  # rings are ellipses: screens are wider than they are high
SEED = 7


def around(root: str, nodes: Sequence[str], pairs: Iterable[Pair], kinds: Mapping[str, str]) -> dict[str, Point]:
    """Places with ``root`` at (0, 0): a ring for each distance, each branch in a sector as wide as it has leaves.

    Things of one community stand together, then things of one kind. What hangs on nothing stands on the outermost
    ring. The same input, in any order, gives the same places.
    """
    graph = _graph(nodes, pairs)
    if root not in graph:
        return communities(nodes, pairs)
    order = _order(graph.subgraph([n for n in graph if n != root]), kinds)
    children, level = _tree(graph, root, order)
    weight = _weights(children, level)
    places = {root: (0.0, 0.0)}
    radius = _radii(level)
    span: dict[str, tuple[float, float]] = {root: (-math.pi / 2, 2 * math.pi)}
    for parent in sorted(children, key=lambda n: level[n]):
        start, width = span[parent]
        total = sum(weight[c] for c in children[parent]) or 1
        for nth, child in enumerate(children[parent]):
            share = width * weight[child] / total
            span[child] = (start, share)
            angle, r = start + share / 2, _stagger(radius[level[child]], nth, share)
            places[child] = (WIDE * r * math.cos(angle), r * math.sin(angle))
            start += share
    loose = sorted(set(graph) - set(places))
    outer = max(radius.values(), default=0.0) + RING
    places.update(_circle(loose, (0.0, 0.0), max(outer, _around_length(len(loose)))))
    return places


def between(ways: Sequence[Sequence[str]]) -> dict[str, Point]:
    """Places for ways that share start and end: each step a column from left to right, things in a column apart."""
    column: dict[str, float] = {}
    for way in ways:
        for nth, node in enumerate(way):
            column.setdefault(node, nth / max(len(way) - 1, 1))
    rows: dict[float, list[str]] = defaultdict(list)
    for node, at in column.items():
        rows[at].append(node)
    length = max((len(way) for way in ways), default=1) - 1
    return {
        node: (at * length * RING * 1.5, (nth - (len(row) - 1) / 2) * ROOM * 2)
        for at, row in rows.items()
        for nth, node in enumerate(row)
    }


def beside(parent: Point, new: Sequence[str], taken: Iterable[Point], centre: Point = (0.0, 0.0)) -> dict[str, Point]:
    """Places for ``new`` around ``parent``, outward from ``centre`` first, none within a dot's room of ``taken``."""
    crowd = list(taken)
    places: dict[str, Point] = {}
    outward = math.atan2(parent[1] - centre[1], parent[0] - centre[0])
    waiting = list(new)
    radius = ROOM * 1.5
    while waiting:
        slots = max(6, int(2 * math.pi * radius / ROOM))
        turns = sorted((2 * math.pi * i / slots for i in range(slots)), key=lambda a: min(a, 2 * math.pi - a))
        for turn in turns:
            if not waiting:
                break
            angle = outward + turn
            spot = (parent[0] + radius * math.cos(angle), parent[1] + radius * math.sin(angle))
            if all(math.dist(spot, other) >= ROOM * 0.85 for other in crowd):
                places[waiting.pop(0)] = spot
                crowd.append(spot)
        radius += ROOM * 0.9
    return places


def communities(nodes: Sequence[str], pairs: Iterable[Pair]) -> dict[str, Point]:
    """Places for a graph without a middle: each community a disc, the discs on a spiral, the largest in the centre."""
    graph = _graph(nodes, pairs)
    groups = _groups(graph)
    places: dict[str, Point] = {}
    discs: list[tuple[Point, float]] = []
    for members in groups:
        size = ROOM * 0.62 * math.sqrt(len(members)) + ROOM
        centre = _free_spot(discs, size)
        discs.append((centre, size))
        ranked = sorted(members, key=lambda n: (-graph.degree(n), n))
        for nth, node in enumerate(ranked):
            r, angle = ROOM * 0.6 * math.sqrt(nth), nth * 2.39996  # the golden angle fills a disc evenly
            places[node] = (centre[0] + r * math.cos(angle), centre[1] + r * math.sin(angle))
    return places


def _graph(nodes: Sequence[str], pairs: Iterable[Pair]) -> nx.Graph[str]:
    """A plain graph built in sorted order, so that nothing depends on the order of the input."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted({(min(p), max(p)) for p in pairs if p[0] != p[1] and p[0] in graph and p[1] in graph}))
    return graph


def _groups(graph: nx.Graph[str]) -> list[set[str]]:
    found = nx.community.louvain_communities(graph, seed=SEED)
    return sorted(found, key=lambda group: (-len(group), min(group)))


def _order(graph: nx.Graph[str], kinds: Mapping[str, str]) -> dict[str, tuple[int, str, int, str]]:
    """Sort key of each node on a ring: its community, its kind, the busier first, then its id."""
    return {
        node: (nth, kinds.get(node, ""), -graph.degree(node), node)
        for nth, group in enumerate(_groups(graph) if len(graph) else [])
        for node in group
    }


def _tree(
    graph: nx.Graph[str], root: str, order: Mapping[str, tuple[int, str, int, str]]
) -> tuple[dict[str, list[str]], dict[str, int]]:
    """Children of each node in a breadth-first tree, in ring order, and the distance of each from the root."""
    level = {root: 0}
    children: dict[str, list[str]] = {root: []}
    queue = [root]
    for parent in queue:
        for child in sorted((n for n in graph[parent] if n not in level), key=lambda n: order[n]):
            level[child] = level[parent] + 1
            children[parent].append(child)
            children[child] = []
            queue.append(child)
    return children, level


def _weights(children: Mapping[str, list[str]], level: Mapping[str, int]) -> dict[str, float]:
    """Room each node asks for: one, or what its children ask for if that is more, a little damped."""
    weight: dict[str, float] = {}
    for node in sorted(children, key=lambda n: -level[n]):
        weight[node] = max(1.0, sum(weight[c] for c in children[node]) * 0.8)
    return weight


def _radii(level: Mapping[str, int]) -> dict[int, float]:
    """The radius of each ring: one step further out, or as far as its members need, shared by three staggered rows."""
    count: dict[int, int] = defaultdict(int)
    for distance in level.values():
        count[distance] += 1
    radii = {0: 0.0}
    for distance in sorted(count)[1:]:
        radii[distance] = max(radii[distance - 1] + RING, _around_length(count[distance]))
    return radii


def _around_length(count: int) -> float:
    return count * ROOM / (2 * math.pi) / 1.7


def _stagger(radius: float, nth: int, share: float) -> float:
    """Every second and third dot a little further out when the ring is too tight for labels side by side."""
    tight = radius * share < ROOM
    return radius + (nth % 3) * ROOM * 0.75 if tight else radius


def _circle(nodes: Sequence[str], centre: Point, radius: float) -> dict[str, Point]:
    step = 2 * math.pi / max(len(nodes), 1)
    return {
        node: (centre[0] + WIDE * radius * math.cos(i * step), centre[1] + radius * math.sin(i * step))
        for i, node in enumerate(nodes)
    }


def _free_spot(discs: Sequence[tuple[Point, float]], size: float) -> Point:
    """The first point on a spiral from the middle where a disc of this size touches no other."""
    for turn in range(20_000):
        r, angle = 9.0 * math.sqrt(turn) * (1 + turn / 400), turn * 0.35
        spot = (r * math.cos(angle), r * math.sin(angle))
        if all(math.dist(spot, centre) >= size + other for centre, other in discs):
            return spot
    return (0.0, 0.0)
