"""Clusters under constraints: the likeliest pair first, and never a join that something or somebody speaks against.

The same whether people or organizations are joined; what contradicts is said by the caller. Order-independent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from lpgraph.settings import MATCH_AUTO

SAME, DIFFERENT = "same", "different"
CAREFUL = 0.988


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which chance on: joined, joined when careful is wanted, asked, listed as possible."""

    auto: float = MATCH_AUTO
    careful: float = CAREFUL
    ask: float = 0.5
    possible: float = 0.2


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of two records (keys or refs): ``same`` or ``different``."""

    a: str
    b: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two records that may be one, how likely, and whether that alone may join them.

    ``lone``: names and places alone speak for it, no address. ``why``: what a person should know who is asked.
    """

    a: str
    b: str
    p: float
    joins: bool = True
    lone: bool = False
    why: str = ""


@dataclass(slots=True)
class Groups:
    """Growing groups of records, with the groups that must stay apart."""

    keys: Iterable[str]
    contradicts: Callable[[list[str], list[str]], bool] = lambda _a, _b: False
    strangers: Callable[[list[str], list[str]], bool] = lambda _a, _b: False
    root: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    apart: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.root = {key: key for key in sorted(self.keys)}
        self.members = {key: [key] for key in self.root}

    def part(self, a: str, b: str) -> None:
        """Never join the groups of these two."""
        x, y = self.root[a], self.root[b]
        self.apart[x].add(y)
        self.apart[y].add(x)

    def may(self, a: str, b: str) -> bool:
        """Whether no answer and no contradiction stands between the groups of these two."""
        x, y = self.root[a], self.root[b]
        return y not in self.apart[x] and not self.contradicts(self.members[x], self.members[y])

    def doubts(self, edge: Edge, auto: float) -> bool:
        """Whether an edge of names alone is too weak for what it would bring together: two groups of which each has
        addresses of its own. It must be surer by a third, by half where somebody is careful."""
        if not edge.lone or edge.p >= auto + (1 - auto) / (2 if auto >= CAREFUL else 3):
            return False
        return self.strangers(self.members[self.root[edge.a]], self.members[self.root[edge.b]])

    def join(self, a: str, b: str) -> None:
        """Make the groups of these two one; its root is the smallest key of both."""
        low, high = sorted((self.root[a], self.root[b]))
        if low == high:
            return
        for key in self.members[high]:
            self.root[key] = low
        self.members[low] += self.members.pop(high)
        for other in self.apart.pop(high, set()):
            self.apart[other].discard(high)
            self.apart[other].add(low)
            self.apart[low].add(other)

    def sets(self) -> list[frozenset[str]]:
        """The groups, by their smallest keys."""
        return [frozenset(self.members[root]) for root in sorted(self.members)]


def decide(groups: Groups, sure: Iterable[Sequence[str]], decisions: Sequence[Decision]) -> list[Decision]:
    """Join what is sure and what people called the same, part what they called different; gives the contradictions.

    ``sure`` are sequences of keys that are one whatever anybody says. A "same" against a "different" (of these two or
    by way of others) does nothing and is given back, whichever came first: who asks must ask again.
    """
    for first, *others in sure:
        for other in others:
            groups.join(first, other)
    known = [one for one in decisions if one.a in groups.root and one.b in groups.root]
    against = [one for one in known if one.verdict == DIFFERENT]
    conflicts = [one for one in against if groups.root[one.a] == groups.root[one.b]]
    for one in against:
        if groups.root[one.a] != groups.root[one.b]:
            groups.part(one.a, one.b)
    for one in sorted((one for one in known if one.verdict == SAME), key=lambda one: sorted((one.a, one.b))):
        if groups.root[one.b] in groups.apart[groups.root[one.a]]:
            conflicts.append(one)
        else:
            groups.join(one.a, one.b)
    return conflicts


def join(groups: Groups, edges: Iterable[Edge], auto: float) -> None:
    """Join along the edges of ``p`` ≥ ``auto``, the strongest first, unless something speaks against it."""
    for edge in sorted(edges, key=lambda edge: (-edge.p, edge.a, edge.b)):
        if edge.p < auto:
            return
        if not edge.joins or groups.root[edge.a] == groups.root[edge.b] or groups.doubts(edge, auto):
            continue
        if groups.may(edge.a, edge.b):
            groups.join(edge.a, edge.b)


def questions(groups: Groups, edges: Iterable[Edge], ask: float) -> list[Edge]:
    """One question for two groups that nobody called different, the one whose yes joins most records first."""
    best: dict[tuple[str, str], Edge] = {}
    for edge in sorted(edges, key=lambda edge: (-edge.p, edge.a, edge.b)):
        x, y = sorted((groups.root[edge.a], groups.root[edge.b]))
        if edge.p >= ask and x != y and y not in groups.apart[x]:
            best.setdefault((x, y), edge)

    def value(entry: tuple[tuple[str, str], Edge]) -> tuple[float, str, str]:
        (x, y), edge = entry
        return -edge.p * len(groups.members[x]) * len(groups.members[y]), edge.a, edge.b

    return [edge for _, edge in sorted(best.items(), key=value)]
