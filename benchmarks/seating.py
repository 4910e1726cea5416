"""Seating against chance, a plain best-swap search and scipy's 2-opt, on the same convening and the same score.

    python benchmarks/seating.py [--people 130] [--tables 13] [--seats 10] [--rounds 3] [--seeds 5] [--scipy]

Each convening is invented: uneven worth (Pareto), four pairs in a hundred apart, a third first-timers, a third hosts.
*Plain* takes the best swap until none helps, round by round, and is given the pairs that must stay apart; *scipy* is
``quadratic_assignment(method="2opt")`` round by round. Printed: worth as a ratio to each, rules broken, seconds.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from scipy.optimize import quadratic_assignment

from lpgraph.convening.changes import moved, replan
from lpgraph.convening.seating import Floats, Plan, Problem, broken, solve, worth
from tests.convening.test_seating import at_random, problem, without

_NEVER = 1e6


def fresh(whole: Problem, plan: list[tuple[int, ...]]) -> Floats:
    """What each pair is worth that has not met yet; apart is never."""
    value = whole.value.copy()
    for places in plan:
        table = np.asarray(places)
        value[table[:, None] == table] = 0.0
    value -= _NEVER * whole.apart
    np.fill_diagonal(value, 0.0)
    return value


def plain(whole: Problem, seed: int) -> Plan:
    """The best swap, again and again, until none is better."""
    plan: list[tuple[int, ...]] = []
    for number in range(whole.rounds):
        places = np.array(at_random(whole, seed + number)[0])
        value = fresh(whole, plan)
        while True:
            with_table = value @ np.eye(whole.tables)[places]
            move = with_table[:, places] - with_table[np.arange(whole.people), places][:, None]
            gain = move + move.T - 2 * value
            gain[places[:, None] == places] = -np.inf
            a, b = divmod(int(np.argmax(gain)), whole.people)
            if gain[a, b] <= 1e-9:
                break
            places[a], places[b] = places[b], places[a]
        plan.append(tuple(int(t) for t in places))
    return tuple(plan)


def two_opt(whole: Problem, seed: int) -> Plan:
    """scipy's 2-opt: the permutation of people on chairs with the most worth at tables."""
    chairs = np.repeat(np.arange(whole.tables), whole.seats)[: whole.people]
    together = (chairs[:, None] == chairs).astype(float)
    plan: list[tuple[int, ...]] = []
    for number in range(whole.rounds):
        value = fresh(whole, plan)
        rng = np.random.default_rng(seed + number)
        found = quadratic_assignment(together, value, method="2opt", options={"maximize": True, "rng": rng})
        places = np.empty(whole.people, dtype=int)
        places[found.col_ind] = chairs
        plan.append(tuple(int(t) for t in places))
    return tuple(plan)


def main() -> None:
    """Run and print one line a convening, then the cancellations."""
    ask = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("people", 130), ("tables", 13), ("seats", 10), ("rounds", 3), ("seeds", 5)):
        ask.add_argument(f"--{name}", type=int, default=usual)
    ask.add_argument("--scipy", action="store_true", help="scipy's 2-opt too: a minute a convening")
    args = ask.parse_args()
    most = 0
    for seed in range(args.seeds):
        whole = problem(args.people, args.tables, args.seats, args.rounds, seed, apart=args.people * 4 // 100 * 8)
        started = time.perf_counter()
        plan = solve(whole)
        seconds = time.perf_counter() - started
        ours = worth(whole, plan)
        chance = float(np.mean([worth(whole, at_random(whole, s)) for s in range(20)]))
        peers = {"plain": worth(whole, plain(whole, seed))}
        if args.scipy:
            peers["scipy"] = worth(whole, two_opt(whole, seed))
        faults = broken(whole, plan)
        said = ", ".join(f"{ours / value:.3f} of {name}" for name, value in peers.items())
        print(
            f"seed {seed}: {ours / chance:.2f} of chance, {said}; "
            f"{len(faults.apart)} apart together, {len(faults.unhosted)} unhosted; {seconds:.1f} s"
        )
        for gone in range(0, args.people, 9):
            left, people = without(whole, gone)
            kept = [[places[p] for p in people] for places in plan]
            most = max(most, len(set().union(*moved(kept, replan(left, kept)))))
    print(f"most people who moved after one cancellation: {most}")


if __name__ == "__main__":
    main()
