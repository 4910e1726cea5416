"""How well introductions are ranked: the shipped score beside Adamic-Adar and PageRank, in the same run.

    python benchmarks/introductions.py FOLDER... [--queries 400]

Each folder holds the four tables of ``lpgraph.network.tables``. The network is cut at a day, everything is computed
strictly before it, and what is to be found is a *first* meeting after it (an event of at most ``tie_max`` people).
Every known non-tie of the asked kind is ranked, none sampled away.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy import sparse

from lpgraph.introductions.score import score
from lpgraph.introductions.weights import DEFAULT, Weights
from lpgraph.network.arrays import Bools, Floats, Matrix, incidence
from lpgraph.network.index import Index
from lpgraph.network.tables import Tables, read_tables, snapshot_before

Method = Callable[[int, Bools], Floats]


@dataclass(frozen=True)
class Window:
    """One cut: the index before it, the ties before it, and the new ties after it."""

    name: str
    index: Index
    ties: Matrix
    fresh: Matrix
    known: Bools
    kinds: np.ndarray


def _cliques(tables: Tables, chosen: np.ndarray) -> Matrix:
    shape = (len(tables.nodes), len(tables.events))
    att = incidence(tables.who[chosen], tables.event[chosen], shape)
    small = np.asarray(att.sum(axis=0)).ravel() <= tables.tie_max
    att = (att @ sparse.diags_array(small.astype(float))).tocsr()
    both = (att @ att.T).tocsr()
    both.setdiag(0)
    both.eliminate_zeros()
    both.data[:] = 1.0
    return both


def windows(tables: Tables, name: str) -> Iterator[Window]:
    """The cuts of one data set, each until the next one."""
    ts = tables.events["ts"].to_numpy()[tables.event]
    for start, end in zip(tables.cuts[:-1], tables.cuts[1:], strict=True):
        index = Index(snapshot_before(tables, start), replace(DEFAULT.limits, tie_max=tables.tie_max).tuning, start)
        ties = _cliques(tables, ts < start)
        later = _cliques(tables, (ts >= start) & (ts < end))
        fresh = (later - later.multiply(ties)).tocsr()
        fresh.eliminate_zeros()
        yield Window(f"{name}@{start}", index, ties, fresh, index.event_count > 0, tables.kinds)


def methods(window: Window, weights: dict[str, Weights]) -> dict[str, Method]:
    """The baselines and the shipped score, each a function of (who, admissible)."""
    ties = window.ties
    degree = np.asarray(ties.sum(axis=1)).ravel()
    rare = sparse.diags_array(np.where(degree > 1, 1.0 / np.log(np.maximum(degree, 2)), 0.0))
    adamic = (rare @ ties).tocsr()
    att = window.index.snapshot.presence
    back = att.T.tocsr()
    of_node, of_event = np.maximum(np.diff(att.indptr), 1), np.maximum(np.diff(back.indptr), 1)

    def pagerank(u: int, _: Bools) -> Floats:
        x = window.index.unit(u)
        start = x.copy()
        for _ in range(25):
            x = 0.15 * start + 0.85 * (att @ ((back @ (x / of_node)) / of_event))
        return x

    def shipped(chosen: Weights) -> Method:
        return lambda u, admissible: score(window.index, u, admissible, chosen).total

    found: dict[str, Method] = {
        "adamic-adar": lambda u, _: np.asarray((ties[[u]] @ adamic).todense()).ravel(),
        "pagerank .85": pagerank,
    }
    return found | {name: shipped(chosen) for name, chosen in weights.items()}


def measure(window: Window, ask: tuple[str, str], queries: int, weights: dict[str, Weights]) -> dict[str, np.ndarray]:
    """(NDCG@10, hit@10, earlier events) of each query, by method."""
    rng = np.random.default_rng(7)
    wanted = window.kinds == ask[1]
    labels = window.fresh
    who = np.flatnonzero(window.known & (window.kinds == ask[0]))
    who = np.array(
        [u for u in who if (window.known & wanted)[labels.indices[labels.indptr[u] : labels.indptr[u + 1]]].any()]
    )
    if len(who) > queries:
        who = np.sort(rng.choice(who, queries, replace=False))
    found: dict[str, list[tuple[float, float, float]]] = {}
    noise = rng.random(len(window.known)) * 1e-12  # ties fall by lot, the same for every method
    for u in who:
        admissible = window.known & wanted
        admissible[window.ties.indices[window.ties.indptr[u] : window.ties.indptr[u + 1]]] = False
        admissible[u] = False
        truth = np.zeros(len(admissible), dtype=bool)
        truth[labels.indices[labels.indptr[u] : labels.indptr[u + 1]]] = True
        truth &= admissible
        for name, method in methods_of(window, weights).items():
            total = np.where(admissible, method(int(u), admissible), -1.0)
            best = np.argsort(-(total / max(total.max(), 1e-300) + noise))[:10]
            gains = truth[best] / np.log2(np.arange(2, 12))
            ideal = (1.0 / np.log2(np.arange(2, 2 + min(10, truth.sum())))).sum()
            found.setdefault(name, []).append(
                (gains.sum() / ideal, float(truth[best].any()), window.index.event_count[u])
            )
    return {name: np.array(rows) for name, rows in found.items()}


_cache: dict[str, dict[str, Method]] = {}


def methods_of(window: Window, weights: dict[str, Weights]) -> dict[str, Method]:
    """``methods``, made once a window."""
    if window.name not in _cache:
        _cache.clear()
        _cache[window.name] = methods(window, weights)
    return _cache[window.name]


def report(name: str, pooled: dict[str, np.ndarray]) -> None:
    """One table of one task."""
    base = pooled["adamic-adar"].mean(axis=0)
    rank = pooled["pagerank .85"].mean(axis=0)
    print(f"\n{name}: {len(pooled['adamic-adar'])} queries")
    print(f"  {'':26}{'NDCG@10':>8}{'hit@10':>8}{'xAA':>12}{'xPR':>12}{'one event: hit':>16}")
    for method, rows in pooled.items():
        ndcg, hit, _ = rows.mean(axis=0)
        new = rows[rows[:, 2] <= 1]
        print(
            f"  {method:26}{ndcg:8.3f}{hit:8.3f}{ndcg / base[0]:6.2f}{hit / base[1]:6.2f}{ndcg / rank[0]:6.2f}"
            f"{hit / rank[1]:6.2f}{new[:, 1].mean() if len(new) else float('nan'):16.3f}"
        )


def main() -> None:
    """Measure every folder and print one table a task."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--queries", type=int, default=400, help="people asked in each window")
    parser.add_argument("--ablation", action="store_true", help="also leave each term out in turn")
    options = parser.parse_args()
    weights = {"lpgraph": DEFAULT.weights}
    if options.ablation:
        for term in ("mutual", "chain", "group", "issue", "word", "peers", "big", "activity"):
            weights[f"without {term}"] = replace(DEFAULT.weights, **{term: 0.0})
    for folder in options.folders:
        tables = read_tables(folder)
        began = time.perf_counter()
        results = [
            (ask, measure(w, ask, options.queries, weights))
            for w in windows(tables, folder.name)
            for ask in tables.asks
        ]
        for ask in tables.asks:
            runs = [found for asked, found in results if asked == ask and found]
            report(f"{folder.name} {ask[0]} to {ask[1]}", {m: np.concatenate([r[m] for r in runs]) for m in runs[0]})
        print(f"  {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
