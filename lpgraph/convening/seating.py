"""Tables that make useful new ties: a seeded search over swaps (tabu), with hard rules that it never trades away.

The worth of a plan is the sum, over all pairs that share a table at least once, of what a tie between the two is worth
(``Problem.value``); meeting twice counts once. Rules: nobody sits with whom they must not be introduced to, and every
first-timer sits with somebody who can host. Exact solvers do not reach this size (130 people in three rounds are a
quadratic assignment with memory), and scipy's ``quadratic_assignment`` knows no rules and no rounds; see
``benchmarks/seating.py`` for how this compares with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from lpgraph.errors import UsageError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Plan = tuple[tuple[int, ...], ...]  # for each round, the table of each person

_NEVER = 1e6  # what a broken rule costs: more than any plan is worth
STEPS, STALL, SWEEPS = 1_500, 250, 5  # swaps a round, swaps without a better plan, times each round is taken up again


@dataclass(frozen=True, eq=False)
class Problem:
    """Who is to be seated. Matrices are people × people and symmetric; ``value`` is not negative, in any unit."""

    value: Floats
    apart: Bools
    first: Bools  # first-timers
    host: Bools  # who can host one
    city: Ints  # equal numbers are one city; -1 unknown
    kind: Ints
    tables: int
    seats: int
    rounds: int = 1
    locked: Mapping[tuple[int, int], int] = field(default_factory=dict)  # (round, person) → table
    mix: float = 0.2

    def __post_init__(self) -> None:
        people = len(self.value)
        if self.tables < 1 or self.seats < 1 or self.rounds < 1:
            raise UsageError("a plan needs at least one table, one seat and one round")
        if people > self.tables * self.seats:
            raise UsageError(f"{people} people do not fit on {self.tables} tables of {self.seats}")

    @property
    def people(self) -> int:
        """How many are seated."""
        return len(self.value)

    @property
    def mixed(self) -> Floats:
        """The value with a bonus for sitting with other cities (``mix`` of a usual tie) and kinds (half of that)."""
        usual = float(self.value[self.value > 0].mean()) if (self.value > 0).any() else 1.0
        other_city = (self.city[:, None] != self.city) | (self.city < 0)
        other_kind = self.kind[:, None] != self.kind
        bonus: Floats = usual * self.mix * (other_city + 0.5 * other_kind)
        return self.value + bonus


@dataclass(frozen=True, slots=True)
class Broken:
    """Rules that a plan breaks (both empty in a good plan): (round, table, person, other), (round, table, person)."""

    apart: tuple[tuple[int, int, int, int], ...]
    unhosted: tuple[tuple[int, int, int], ...]


def worth(problem: Problem, plan: Plan) -> float:
    """The value of all pairs that share a table at least once."""
    return float(problem.value[np.triu(_met(problem, plan), 1)].sum())


def _met(problem: Problem, plan: Plan) -> Bools:
    met = np.zeros((problem.people, problem.people), dtype=bool)
    for places in plan:
        table = np.asarray(places)
        met |= table[:, None] == table
    return met


def broken(problem: Problem, plan: Plan) -> Broken:
    """What a plan breaks."""
    apart: list[tuple[int, int, int, int]] = []
    unhosted: list[tuple[int, int, int]] = []
    for number, places in enumerate(plan):
        table = np.asarray(places)
        pairs = np.argwhere(np.triu((table[:, None] == table) & problem.apart, 1))
        apart += [(number, int(table[a]), int(a), int(b)) for a, b in pairs]
        hosted = set(table[problem.host].tolist())
        unhosted += [
            (number, int(table[p]), int(p)) for p in np.flatnonzero(problem.first) if int(table[p]) not in hosted
        ]
    return Broken(tuple(apart), tuple(unhosted))


def solve(problem: Problem, seed: int = 7) -> Plan:
    """The best plan that a seeded search finds; the same problem and seed give the same plan."""
    rng = np.random.default_rng(seed)
    rounds = [_start(problem, number, rng) for number in range(problem.rounds)]
    whole = problem.mixed
    for sweep in range(SWEEPS if problem.rounds > 1 else 1):
        for number in range(problem.rounds):
            others = rounds[:number] if sweep == 0 else [*rounds[:number], *rounds[number + 1 :]]
            fresh = np.where(_met(problem, tuple(tuple(r[: problem.people]) for r in others)), 0.0, whole)
            rounds[number] = _improve(problem, number, rounds[number], fresh, rng)
    return tuple(tuple(int(t) for t in places[: problem.people]) for places in rounds)


def _start(problem: Problem, number: int, rng: np.random.Generator) -> Ints:
    """Everybody and the empty chairs on tables, evenly; hosts are dealt first, then first-timers, then the rest."""
    size = problem.tables * problem.seats
    chairs = [problem.seats] * problem.tables
    places = np.full(size, -1, dtype=np.int64)
    for person, table in _locked(problem, number).items():
        places[person] = table
        chairs[table] -= 1
    if min(chairs) < 0:
        raise UsageError("more people are locked to a table than it has seats")
    for chair in range(problem.people, size):  # empty chairs, spread, so that tables are of one size
        table = int(np.argmax(chairs))
        places[chair] = table
        chairs[table] -= 1
    order = rng.permutation(problem.people)
    rank = np.where(problem.host, 0, np.where(problem.first, 1, 2))
    for person in sorted(order.tolist(), key=lambda p: rank[p]):
        if places[person] < 0:
            places[person] = int(np.argmax(chairs))
            chairs[places[person]] -= 1
    return places


def _locked(problem: Problem, number: int) -> dict[int, int]:
    return {person: table for (at, person), table in problem.locked.items() if at == number}


def _improve(problem: Problem, number: int, places: Ints, fresh: Floats, rng: np.random.Generator) -> Ints:
    """The best placing that swaps reach: the best swap each time, with those just moved left alone for a while."""
    size = len(places)
    value = np.zeros((size, size))
    value[: problem.people, : problem.people] = fresh - _NEVER * problem.apart
    np.fill_diagonal(value, 0.0)
    host, first = (
        np.concatenate([flags, np.zeros(size - problem.people, bool)]) for flags in (problem.host, problem.first)
    )
    fixed = np.zeros(size, dtype=bool)
    fixed[[*_locked(problem, number), *range(problem.people, size)]] = True
    places = places.copy()
    best, best_worth = places.copy(), -np.inf
    now = _worth(value, places, host, first, problem.tables)
    rest = np.zeros(size, dtype=np.int64)
    since = 0
    for step in range(STEPS):
        if now > best_worth + 1e-9:
            best, best_worth, since = places.copy(), now, 0
        since += 1
        if since > STALL:
            break
        gain = _gains(value, places, host, first, problem.tables)
        gain[fixed, :] = gain[:, fixed] = -np.inf
        resting = rest > step
        tabu = resting[:, None] | resting
        allowed = np.where(tabu & (now + gain <= best_worth + 1e-9), -np.inf, gain)
        a, b = divmod(int(np.argmax(allowed)), size)
        if not np.isfinite(allowed[a, b]):
            break
        places[a], places[b] = places[b], places[a]
        now += float(gain[a, b])
        rest[[a, b]] = step + rng.integers(6, 14, size=2)
    return best


def _worth(value: Floats, places: Ints, host: Bools, first: Bools, tables: int) -> float:
    same = places[:, None] == places
    return float(value[np.triu(same, 1)].sum()) - _NEVER * int(_bad(*_counts(places, host, first, tables)).sum())


def _counts(places: Ints, host: Bools, first: Bools, tables: int) -> tuple[Ints, Ints]:
    return (
        np.bincount(places[host], minlength=tables).astype(np.int64),
        np.bincount(places[first], minlength=tables).astype(np.int64),
    )


def _bad(hosts: Ints, firsts: Ints) -> Ints:
    found: Ints = ((firsts > 0) & (hosts == 0)).astype(np.int64)
    return found


def _gains(value: Floats, places: Ints, host: Bools, first: Bools, tables: int) -> Floats:
    """What each swap of two people adds; -inf for two of one table."""
    at = np.zeros((len(places), tables))
    at[np.arange(len(places)), places] = 1.0
    with_table = value @ at
    move = with_table[:, places] - with_table[np.arange(len(places)), places][:, None]
    gain: Floats = move + move.T - 2.0 * value
    hosts, firsts = _counts(places, host, first, tables)
    if first.any():
        before = _bad(hosts, firsts)[places]
        dh, df = (flags.astype(np.int64)[None, :] - flags.astype(np.int64)[:, None] for flags in (host, first))
        # The table of a, when b comes for a; of b it is the same with the two exchanged.
        after = _bad(hosts[places][:, None] + dh, firsts[places][:, None] + df)
        gain -= _NEVER * (after + after.T - before[:, None] - before[None, :])
    gain[places[:, None] == places] = -np.inf
    return gain
