"""Seating laws: rules are never traded away, ties are worth more than chance and a plain search, changes move few."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.convening.changes import moved, replan
from lpgraph.convening.seating import Broken, Plan, Problem, broken, solve, worth
from lpgraph.convening.slots import slots
from lpgraph.errors import UsageError


def problem(people: int, tables: int, seats: int, rounds: int = 1, seed: int = 1, apart: int = 5) -> Problem:
    """A random convening: uneven worth, some pairs apart, a third first-timers, a third hosts."""
    rng = np.random.default_rng(seed)
    value = np.triu(rng.pareto(1.5, (people, people)) * (rng.random((people, people)) < 0.3), 1)
    kept = np.zeros((people, people), dtype=bool)
    for _ in range(apart):
        a, b = rng.choice(people, 2, replace=False)
        kept[a, b] = kept[b, a] = True
    part = rng.random(people)
    value = np.where(kept, 0.0, value + value.T)
    cities, kinds = rng.integers(0, 9, people), rng.integers(0, 3, people)
    return Problem(value, kept, part < 0.33, part > 0.67, cities, kinds, tables, seats, rounds)


def without(whole: Problem, gone: int) -> tuple[Problem, list[int]]:
    """The same convening when one has cancelled, and who is left."""
    left = [p for p in range(whole.people) if p != gone]
    grid = np.ix_(left, left)
    return (
        Problem(
            whole.value[grid], whole.apart[grid], whole.first[left], whole.host[left], whole.city[left],
            whole.kind[left], whole.tables, whole.seats, whole.rounds,
        ),
        left,
    )  # fmt: skip


def at_random(whole: Problem, seed: int) -> Plan:
    """Chairs drawn by lot."""
    rng = np.random.default_rng(seed)
    chairs = np.repeat(np.arange(whole.tables), whole.seats)
    return tuple(tuple(int(t) for t in rng.permutation(chairs)[: whole.people]) for _ in range(whole.rounds))


def test_a_convening_of_130() -> None:
    """13 tables of 10, three rounds: no rule broken, worth at least twice chance, the same again for one seed."""
    whole = problem(130, 13, 10, 3, apart=40)
    plan = solve(whole)
    assert broken(whole, plan) == Broken((), ())
    chance = float(np.mean([worth(whole, at_random(whole, seed)) for seed in range(10)]))
    assert worth(whole, plan) >= 2 * chance
    assert solve(whole) == plan
    for places in plan:
        assert max(np.bincount(places)) <= 10


@settings(max_examples=25, deadline=None)
@given(st.integers(4, 24), st.integers(2, 5), st.integers(1, 3), st.integers(0, 10_000))
def test_rules_hold_and_everybody_sits_once(people: int, tables: int, rounds: int, seed: int) -> None:
    """Whatever the convening: each at one table a round, no table too full, nobody apart together where that can be."""
    seats = -(-people // tables) + 1
    whole = problem(people, tables, seats, rounds, seed, apart=2)
    plan = solve(whole)
    assert len(plan) == rounds
    for places in plan:
        assert len(places) == people
        assert max(np.bincount(places, minlength=tables)) <= seats
    assert broken(whole, plan).apart == ()
    if whole.host.sum() >= tables:
        assert broken(whole, plan).unhosted == ()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 39), st.integers(0, 1_000))
def test_one_cancellation_moves_at_most_three(gone: int, seed: int) -> None:
    """Whoever cancels, a host too: the rules still hold, and no more than three people sit elsewhere in a round."""
    whole = problem(40, 5, 8, 2, seed, apart=4)
    if whole.host.sum() < whole.tables + 1:
        return
    plan = solve(whole)
    left, people = without(whole, gone)
    kept = [[places[p] for p in people] for places in plan]
    again = replan(left, kept)
    assert broken(left, again) == Broken((), ())
    assert len(set().union(*moved(kept, again))) <= 3


def test_who_comes_late_gets_a_free_seat_and_moves_nobody() -> None:
    """A new guest sits where the tie is worth most; the others stay."""
    whole = problem(19, 4, 5, 1, seed=3, apart=0)
    plan = solve(whole)
    kept = [[None if p == 7 else t for p, t in enumerate(plan[0])]]
    again = replan(whole, kept)
    assert moved(kept, again) == [set()]
    assert broken(whole, again).apart == ()


def test_locked_seats_stay() -> None:
    """Who is locked to a table sits there in that round."""
    base = problem(20, 4, 5, 2)
    whole = Problem(
        base.value, base.apart, base.first, base.host, base.city, base.kind, 4, 5, 2, {(0, 3): 2, (1, 3): 1, (1, 4): 1}
    )
    plan = solve(whole)
    assert (plan[0][3], plan[1][3], plan[1][4]) == (2, 1, 1)


def test_too_many_people_are_refused() -> None:
    """More people than chairs, or more locked to a table than it has, is said, not squeezed."""
    with pytest.raises(UsageError, match="21 people do not fit"):
        problem(21, 4, 5)
    base = problem(6, 3, 2)
    locked = {(0, p): 0 for p in range(3)}
    with pytest.raises(UsageError, match="locked"):
        solve(Problem(base.value, base.apart, base.first, base.host, base.city, base.kind, 3, 2, 1, locked))


def test_slots_are_disjoint_best_and_never_repeat() -> None:
    """In a slot nobody is twice; no pair comes again; nobody apart; the first slot is the best pairing there is."""
    whole = problem(16, 4, 4, apart=6)
    found = slots(whole.value, whole.apart, 3)
    pairs = [pair for one in found for pair in one]
    assert len(set(pairs)) == len(pairs)
    for one in found:
        people = [p for pair in one for p in pair]
        assert len(set(people)) == len(people)
    assert not any(whole.apart[a, b] for a, b in pairs)
    worths = [sum(float(whole.value[a, b]) for a, b in one) for one in found]
    assert worths == sorted(worths, reverse=True)
