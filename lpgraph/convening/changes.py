"""A plan after somebody cancelled or joined: nobody moves who need not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lpgraph.convening.seating import Plan, Problem, broken


def replan(problem: Problem, kept: Sequence[Sequence[int | None]]) -> Plan:
    """The plan for ``problem`` that keeps every seat of ``kept`` (for each round, each one's table; ``None``: new).

    Who is new gets the free seat that is worth most. Then only broken rules move people: a host goes where one is
    missing, somebody leaves a table where they must not sit; each the cheapest single move, then the cheapest swap.
    """
    plan: list[tuple[int, ...]] = []
    for number in range(problem.rounds):
        places = [table if table is not None and table < problem.tables else -1 for table in kept[number]]
        _seat_new(problem, places)
        _mend(problem, number, places)
        plan.append(tuple(places))
    return tuple(plan)


def moved(before: Sequence[Sequence[int | None]], after: Plan) -> list[set[int]]:
    """For each round, who sits at another table than before (who is new has not moved)."""
    return [
        {person for person, (old, new) in enumerate(zip(was, now, strict=True)) if old is not None and old != new}
        for was, now in zip(before, after, strict=True)
    ]


def _free(problem: Problem, places: list[int]) -> list[int]:
    sizes = np.bincount([t for t in places if t >= 0], minlength=problem.tables)
    return [table for table in range(problem.tables) if sizes[table] < problem.seats]


def _seat_new(problem: Problem, places: list[int]) -> None:
    for person in [p for p, table in enumerate(places) if table < 0]:
        places[person] = max(
            _free(problem, places), key=lambda table: (_worth_at(problem, places, person, table), -table)
        )


def _worth_at(problem: Problem, places: list[int], person: int, table: int) -> float:
    there = [p for p, t in enumerate(places) if t == table and p != person]
    value = float(problem.value[person, there].sum()) if there else 0.0
    bad = int(problem.apart[person, there].sum()) if there else 0
    unhosted = bool(problem.first[person]) and not any(problem.host[p] for p in there)
    return value - 1e6 * (bad + unhosted)


def _faults(problem: Problem, number: int, places: list[int]) -> int:
    found = broken(problem, (tuple(places),))
    return len(found.apart) + len(found.unhosted) + sum(
        1 for (at, person), table in problem.locked.items() if at == number and places[person] != table
    )  # fmt: skip


def _mend(problem: Problem, number: int, places: list[int]) -> None:
    """The fewest moves that a greedy search needs until no rule is broken, or none helps."""
    locked = {person for at, person in problem.locked if at == number}
    for person in locked:
        places[person] = problem.locked[number, person]
    while faults := _faults(problem, number, places):
        best = _best_change(problem, number, places, locked, faults)
        if best is None:
            return
        for person, table in best:
            places[person] = table


def _best_change(
    problem: Problem, number: int, places: list[int], locked: set[int], faults: int
) -> list[tuple[int, int]] | None:
    """The single move, else the swap, after which fewest rules are broken; of those the one worth most."""
    movable = [p for p in range(problem.people) if p not in locked]
    moves = [[(p, table)] for p in movable for table in _free(problem, places) if table != places[p]]
    best = _pick(problem, number, places, moves, faults)
    if best is not None:
        return best
    involved = _involved(problem, places)
    swaps = [
        [(a, places[b]), (b, places[a])]
        for a in movable
        for b in movable
        if a < b and places[a] != places[b] and (places[a] in involved or places[b] in involved)
    ]
    return _pick(problem, number, places, swaps, faults)


def _involved(problem: Problem, places: list[int]) -> set[int]:
    found = broken(problem, (tuple(places),))
    return {table for _, table, *_ in (*found.apart, *found.unhosted)}


def _pick(
    problem: Problem, number: int, places: list[int], changes: list[list[tuple[int, int]]], faults: int
) -> list[tuple[int, int]] | None:
    scored: list[tuple[int, float, int]] = []
    for index, change in enumerate(changes):
        old = [places[p] for p, _ in change]
        cost = sum(_worth_at(problem, places, p, places[p]) for p, _ in change)
        for person, table in change:
            places[person] = table
        left = _faults(problem, number, places)
        gain = sum(_worth_at(problem, places, p, places[p]) for p, _ in change) - cost
        for (person, _), table in zip(change, old, strict=True):
            places[person] = table
        if left < faults:
            scored.append((left, -gain, index))
    return changes[min(scored)[2]] if scored else None
