"""How two are connected: the shortest ways over ties that mean something to people, each step with its rows.

A breadth-first search from both ends, one query a step and label, gives every shortest way on both servers alike;
which steps count is a parameter, so no statement is built from what a user typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lpgraph.errors import UsageError
from lpgraph.explore import dates, facts
from lpgraph.explore.entities import Entity, Reads, cards, key_label
from lpgraph.explore.facts import Fact, Labels

# Ties, offices, membership, work, and being at the same event. Left out, because they join everyone with everyone:
# places (WITHIN, GOVERNS, REPRESENTS, LOCATED_IN, ACTIVE_IN, IN_AREA), themes (ABOUT, INTERESTED_IN, ALTERNATIVE_TO),
# votes of a whole body (VOTED, EXPECTED); a registration proves nothing, and a do-not-introduce is no way.
VIA = (
    "ADVISES_ON", "AFFILIATED_WITH", "ATTENDED", "BOARD_OF", "ENACTS", "HOLDS", "HOSTED", "IN_BODY", "KNOWS", "LEADS",
    "MEMBER_OF", "PART_OF", "SPONSORED", "STAFF_OF", "WORKS_ON",
)  # fmt: skip
LONGEST = 10
MOST_PATHS = 10
_WEIGHT = {
    "KNOWS": 1,
    "LEADS": 2,
    "BOARD_OF": 2,
    "STAFF_OF": 2,
    "MEMBER_OF": 2,
    "HOLDS": 2,
    "IN_BODY": 2,
    "WORKS_ON": 3,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One tie of a path, read from ``a`` to ``b``; ``facts`` are all that join the two, strongest first."""

    a: Entity
    b: Entity
    type: str
    text: str
    current: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one to the other."""

    steps: tuple[Step, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids along the way, both ends included."""
        return (self.steps[0].a.id, *(step.b.id for step in self.steps))


def shortest(
    store: Reads, a: str, b: str, via: Sequence[str] = (), max_length: int = 6, *, on: str | None = None
) -> list[Path]:
    """All shortest paths between two ids, the strongest ties first, ten at most; none when they are farther apart.

    Raises ``UsageError`` for a type of tie that does not exist or a length that is not 1 to 10.
    """
    types = allowed(via)
    if not 1 <= max_length <= LONGEST:
        raise UsageError(f"A path is 1 to {LONGEST} steps long, not {max_length}.")
    if a == b:
        return []
    ways, labels = _search(store, a, b, types, max_length)
    on = on or dates.today()
    kept = ways[: MOST_PATHS * 20]
    refs = {i: labels[i] for way in kept for i in way}
    by_pair: dict[frozenset[str], list[Fact]] = defaultdict(list)
    for fact in facts.between(store, refs, types) if refs else []:
        by_pair[frozenset((fact.a, fact.b))].append(fact)
    named = {i: c.entity for i, c in cards(store, [(label, i) for i, label in refs.items()], on).items()}
    paths = [_path(way, by_pair, named, on) for way in kept]
    return sorted(paths, key=lambda p: (_cost(p), p.ids))[:MOST_PATHS]


def allowed(via: Sequence[str]) -> tuple[str, ...]:
    """The types of tie that count: those asked for, else ``VIA``."""
    asked = tuple(dict.fromkeys(t.strip().upper() for t in via if t.strip()))
    unknown = [t for t in asked if t not in facts.TYPES]
    if unknown:
        raise UsageError(f"There is no tie called {unknown[0]}. There are {', '.join(facts.TYPES)}.")
    return asked or VIA


Parents = dict[str, set[str]]


def _search(
    store: Reads, a: str, b: str, types: Sequence[str], max_length: int
) -> tuple[list[tuple[str, ...]], Labels]:
    """Every shortest way as ids, and the labels met. The smaller of the two frontiers is the one to grow."""
    labels = _labels(store, (a, b))
    if len(labels) < 2:
        return [], labels
    parents: tuple[Parents, Parents] = ({a: set()}, {b: set()})
    fronts = [{a}, {b}]
    for _step in range(max_length):
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        fronts[side] = _grow(store, fronts[side], parents[side], labels, types)
        meet = fronts[side] & parents[1 - side].keys()
        if meet or not fronts[side]:
            return _ways(parents, meet), labels
    return [], labels


def _labels(store: Reads, ids: Sequence[str]) -> Labels:
    return {i: rows[0]["label"] for i in ids if (rows := store.read("explore_find", id=i))}


def _grow(store: Reads, front: set[str], parents: Parents, labels: Labels, types: Sequence[str]) -> set[str]:
    """One step outward; remembers from where each new id was reached."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for i in sorted(front):
        by_label[labels[i]].append(i)
    fresh: dict[str, set[str]] = defaultdict(set)
    for label, ids in sorted(by_label.items()):
        for row in store.read(f"explore_reach:{label}", ids=ids, types=list(types)):
            found = key_label(row["labels"])
            if found and row["b"] not in parents:
                labels[row["b"]] = found
                fresh[row["b"]].add(row["a"])
    parents.update(fresh)
    return set(fresh)


def _ways(parents: tuple[Parents, Parents], meet: set[str]) -> list[tuple[str, ...]]:
    """The ways through the meeting points, each from the first end to the second."""
    ways = [
        (*reversed(left), *right[1:])
        for middle in sorted(meet)
        for left in _back(parents[0], middle)
        for right in _back(parents[1], middle)
    ]
    return sorted(set(ways))


def _back(parents: Parents, start: str, most: int = 50) -> list[tuple[str, ...]]:
    """Ways from ``start`` back to the end that has no parents."""
    ways: list[tuple[str, ...]] = [(start,)]
    while any(parents[way[-1]] for way in ways):
        ways = [(*way, p) for way in ways for p in sorted(parents[way[-1]])][:most]
    return ways


def _path(way: tuple[str, ...], by_pair: dict[frozenset[str], list[Fact]], named: dict[str, Entity], on: str) -> Path:
    steps = []
    for a, b in pairwise(way):
        mine = sorted(by_pair[frozenset((a, b))], key=lambda f: (not f.current(on), _WEIGHT.get(f.type, 5), f.keys))
        first = mine[0]
        steps.append(Step(named[a], named[b], first.type, first.said(a), first.current(on), tuple(mine)))
    return Path(tuple(steps))


def _cost(path: Path) -> float:
    """Stronger ties, and ties that hold today, first."""
    return sum(_WEIGHT.get(step.type, 5) + (0 if step.current else 3) for step in path.steps)
