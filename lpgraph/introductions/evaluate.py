"""How well introductions are ranked: the shipped score beside others, on one network, in the same run.

The network is cut at a day, everything is computed strictly before it, and what is to be found is a *first* meeting
after it. Everybody known and not yet tied of the asked kind is ranked, none sampled away. A random hold-out would
leak: an event is a clique, so taking single pairs away leaves the answer in the graph.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lpgraph.introductions.claims import Claims
from lpgraph.introductions.evaluation import FACTORS, Cut, Evaluation, Found, evaluation
from lpgraph.introductions.figures import (
    FORMULA,
    SHIPPED,
    SHOWN,
    TOP,
    Task,
    found_in,
    gains,
)
from lpgraph.introductions.links import Links
from lpgraph.introductions.places import composed
from lpgraph.introductions.score import TERMS, Scores, combined, raw_terms
from lpgraph.introductions.table_evidence import TableEvidence
from lpgraph.introductions.weights import DEFAULT, PLAIN, Rules, Weights
from lpgraph.network.arrays import Bools, Floats
from lpgraph.network.baselines import Ranking, baselines
from lpgraph.network.tables import Tables
from lpgraph.network.windows import Window, asks, elsewhere, windows

Progress = Callable[[str], None]
PATHS = 12  # queries of each window and task whose lists are looked at for readable paths


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked: how many people a window and task, whether each term is left out in turn, and by which rules."""

    queries: int = 400
    ablate: bool = False
    rules: Rules = DEFAULT
    seed: int = 7


@dataclass(slots=True)
class _Run:
    """One window with its methods."""

    window: Window
    others: dict[str, Ranking]
    variants: dict[str, Weights]
    noise: Floats
    evidence: TableEvidence


def evaluate(networks: Sequence[Tables], plan: Plan = Plan(), progress: Progress = lambda _: None) -> Evaluation:
    """Measure one network, or several pooled. Judges nothing where fewer than 100 people of a kind can be asked."""
    found = Found(tuple(network.name for network in networks))
    for tables in networks:
        wanted = asks(tables)
        found.notes += [f"{tables.name}: {note}" for note in tables.notes]
        for number, window in enumerate(windows(tables, plan.rules.limits.tuning), 1):
            found.cuts.append(Cut(tables.name, window.start, window.end, window.fresh.nnz // 2))
            run = _run(window, plan)
            for ask in wanted:
                task = found.task(tables.name, ask)
                _ask_all(run, task, plan, f"{tables.name}: cut {number}, {task.name}", progress)
    return evaluation(found, ablate=plan.ablate)


def _ask_all(run: _Run, task: Task, plan: Plan, where: str, progress: Progress) -> None:
    chosen = _queries(run.window, (task.asks, task.wants), plan)
    for number, u in enumerate(chosen):
        if number % 50 == 0:
            progress(f"{where}, {number:,} of {len(chosen):,}")
        _measure(run, task, u, plan, number < PATHS)


def _run(window: Window, plan: Plan) -> _Run:
    variants = {SHIPPED: plan.rules.weights, FORMULA: PLAIN}
    if plan.ablate:
        for term in (*TERMS, *FACTORS):
            variants[f"without {term}"] = plan.rules.weights.without(term)
    noise = np.random.default_rng(plan.seed).random(len(window.known)) * 1e-12
    return _Run(
        window, baselines(window.index, window.ties, plan.seed), variants, noise, TableEvidence(window.snapshot)
    )


def _queries(window: Window, ask: tuple[str, str], plan: Plan) -> list[int]:
    """Who is known, of the kind that asks, and met somebody known of the wanted kind for the first time."""
    kinds = window.snapshot.nodes.kinds
    findable = np.flatnonzero(window.known & (kinds == ask[1]))
    met = np.asarray(window.fresh[:, findable].sum(axis=1)).ravel() > 0
    who = np.flatnonzero(window.known & (kinds == ask[0]) & met)
    if len(who) > plan.queries:
        who = np.sort(np.random.default_rng(plan.seed).choice(who, plan.queries, replace=False))
    return [int(u) for u in who]


def _measure(run: _Run, task: Task, u: int, plan: Plan, look: bool) -> None:
    window = run.window
    admissible = window.known & (window.snapshot.nodes.kinds == task.wants)
    admissible[window.ties.indices[window.ties.indptr[u] : window.ties.indptr[u + 1]]] = False
    admissible[u] = False
    truth = np.zeros(len(admissible), dtype=bool)
    truth[window.fresh.indices[window.fresh.indptr[u] : window.fresh.indptr[u + 1]]] = True
    truth &= admissible
    far = elsewhere(window, u)
    task.earlier.append(int(window.index.event_count[u]))
    task.open = max(task.open, int(admissible.sum()))
    scores: Scores | None = None
    for name, values in _values(run, task, u, admissible):
        if isinstance(values, Scores):
            scores, total = values, values.total
        else:
            total = values
        ndcg, hit, shown = gains(total, admissible, truth, run.noise)
        near = (math.nan, math.nan)
        if (truth & far).any():
            near = gains(total, admissible & far, truth & far, run.noise)[:2]
        task.rows.setdefault(name, []).append((ndcg, hit, *near))
        _count(task, name, shown)
    if scores is not None:
        _listed(run, task, u, scores, truth, plan.rules, look)


def _values(run: _Run, task: Task, u: int, admissible: Bools) -> Iterator[tuple[str, Floats | Scores]]:
    """Every method's value for everybody; the shipped score is timed."""
    for name, ranking in run.others.items():
        yield name, ranking(u)
    index = run.window.index
    began = time.process_time()
    raw = raw_terms(index, u, run.variants[SHIPPED])
    shipped = combined(index, raw, admissible, run.variants[SHIPPED])
    shipped.best(TOP)
    task.seconds.append(time.process_time() - began)
    yield SHIPPED, shipped
    for name, weights in run.variants.items():
        if name != SHIPPED:
            yield name, combined(index, raw, admissible, weights).total


def _listed(run: _Run, task: Task, u: int, scores: Scores, truth: Bools, rules: Rules, look: bool) -> None:
    """The list as it would be shown: places for other communities and a newcomer; with readable paths, where looked."""
    index = run.window.index
    ranked = scores.best(10 * TOP)
    other = elsewhere(run.window, u)
    shown = composed(index, other, ranked, TOP, rules.limits)
    if look:
        shown = _readable(Claims(Links(index), u, scores, rules), run.evidence, other, ranked, rules)
        task.paths.append((len(shown), len(shown)))
    ndcg, hit = found_in(np.array(shown, dtype=np.int64), truth)
    task.rows.setdefault(SHOWN, []).append((ndcg, hit, math.nan, math.nan))
    _count(task, SHOWN, np.array(shown, dtype=np.int64))


def _readable(claims: Claims, evidence: TableEvidence, other: Bools, ranked: list[int], rules: Rules) -> list[int]:
    """The list as ``suggest`` makes it: whoever turns out to have no sentence makes room for the next."""
    silent: set[int] = set()
    said: set[int] = set()
    while True:
        left = [v for v in ranked if v not in silent]
        shown = composed(claims.index, other, left, TOP, rules.limits)
        fresh = [v for v in shown if v not in said]
        if not fresh:
            return shown
        for v in fresh:
            spoken = any(claim.say(evidence)[0] for claim in claims.about(v)[0])
            (said if spoken else silent).add(v)


def _count(task: Task, method: str, shown: np.ndarray) -> None:
    lists = task.shown.setdefault(method, {})
    for v in shown.tolist():
        lists[v] = lists.get(v, 0) + 1
