"""Measures of small graphs: who holds them together, which parts they have, who stands between whom.

networkx does what networkx has; brokerage is Gould and Fernandez (1989), *Structures of mediation*.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import permutations

import networkx as nx

Edge = tuple[str, str]
COORDINATOR, GATEKEEPER, REPRESENTATIVE, LIAISON, CONSULTANT = (
    "coordinator", "gatekeeper", "representative", "liaison", "consultant",
)  # fmt: skip
ROLES = (COORDINATOR, GATEKEEPER, REPRESENTATIVE, LIAISON, CONSULTANT)


def _graph(nodes: Iterable[str], edges: Iterable[Edge]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(edges))
    return graph


def parts(nodes: Iterable[str], edges: Iterable[Edge]) -> list[frozenset[str]]:
    """The connected parts, largest first."""
    return _by_size(nx.connected_components(_graph(nodes, edges)))


def articulation(nodes: Iterable[str], edges: Iterable[Edge]) -> frozenset[str]:
    """Those without whom a part falls apart."""
    return frozenset(nx.articulation_points(_graph(nodes, edges)))


def falls_into(nodes: Iterable[str], edges: Iterable[Edge], without: str) -> list[frozenset[str]]:
    """The parts into which the part of ``without`` falls when they leave, largest first."""
    graph = _graph(nodes, edges)
    own = nx.node_connected_component(graph, without) - {without}
    return _by_size(nx.connected_components(graph.subgraph(own)))


def communities(nodes: Iterable[str], edges: Iterable[Edge], seed: int = 7) -> list[frozenset[str]]:
    """Groups that are tied more inside than outside (Louvain, seeded), largest first."""
    graph = _graph(nodes, edges)
    return _by_size(nx.community.louvain_communities(graph, seed=seed)) if graph else []


def brokerage(edges: Iterable[Edge], group: Mapping[str, str]) -> dict[str, Counter[str]]:
    """How often each one stands between two who are not tied, by role; who never does is left out.

    An undirected tie counts both ways, as in the definition for directed graphs: each ordered pair (x, y) of
    neighbours of b without a tie of their own is one mediation x → b → y. Coordinator: all of one group. Gatekeeper:
    b and y of one group, x of another. Representative: x and b of one, y of another. Consultant: x and y of one, b of
    another. Liaison: three groups. Who has no group is in a group of their own.
    """
    near: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in edges:
        if a != b:
            near[a].add(b)
            near[b].add(a)
    found: dict[str, Counter[str]] = {}
    for broker, around in near.items():
        roles = Counter(
            _role(group.get(x, x), group.get(broker, broker), group.get(y, y))
            for x, y in permutations(sorted(around), 2)
            if y not in near[x]
        )
        if roles:
            found[broker] = roles
    return found


def best_pairs(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairing of greatest total weight in which nobody is twice (maximum weight matching), sorted."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(weights.items()))
    return sorted((min(pair), max(pair)) for pair in nx.max_weight_matching(graph))


def _role(x: str, broker: str, y: str) -> str:
    if x == broker == y:
        return COORDINATOR
    if broker == y:
        return GATEKEEPER
    if x == broker:
        return REPRESENTATIVE
    return CONSULTANT if x == y else LIAISON


def _by_size(sets: Iterable[set[str]]) -> list[frozenset[str]]:
    return sorted((frozenset(one) for one in sets), key=lambda one: (-len(one), min(one)))
