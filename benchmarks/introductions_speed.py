"""How long one suggestion takes at size, beside networkx on the same network, and how large the index is.

    python benchmarks/introductions_speed.py                  # 200,000 people, 1.44 million attendances
    python benchmarks/introductions_speed.py --people 20000 --attendances 150000 --queries 50

*Suggestion* is everything but the store's evidence: gates, score, places and the claims of the ten that are shown.
*Others* are what one would call without lpgraph: networkx Adamic-Adar over the pairs two steps away, on a graph of
co-attendance that is cut down to the neighbourhood (the whole clique has 300 million pairs and does not fit), and
networkx PageRank personalised to one person over people and events. Times are CPU time of this process.
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import UTC, datetime

import networkx as nx
import numpy as np

from lpgraph.introductions import Ask
from lpgraph.introductions.gates import open_to
from lpgraph.introductions.ranking import ranking, wanted
from lpgraph.introductions.weights import DEFAULT
from lpgraph.network.arrays import Events, Groups, Nodes, Snapshot, incidence
from lpgraph.network.days import day_of
from lpgraph.network.index import Index

TODAY = "2026-11-24"


def network(people: int, attendances: int, seed: int) -> Snapshot:
    """A network with few very active people, many small and some big events, cities, states, topics and words."""
    rng = np.random.default_rng(seed)
    events = max(attendances // 12, 10)
    sizes = np.minimum(rng.pareto(1.1, events) * 4 + 3, 480)
    sizes = np.maximum(sizes * (attendances / sizes.sum()), 2).astype(np.int64)
    popular = rng.permutation((np.arange(people) + 50.0) ** -0.55)
    popular /= popular.sum()
    event = np.repeat(np.arange(events), sizes)
    city = rng.integers(0, 670, people)
    who = rng.choice(people, len(event), p=popular)
    here = rng.random(len(event)) < 0.6  # most events are of one city
    home = rng.integers(0, 670, events)[event]
    order = np.argsort(city, kind="stable")
    first, count = np.searchsorted(city[order], np.arange(670)), np.bincount(city, minlength=670)
    local = order[np.minimum(first[home] + rng.integers(0, 10**6, len(event)) % np.maximum(count[home], 1), people - 1)]
    attended = incidence(np.where(here, local, who), event, (people, events))
    topics, words = 40, 4_000
    groups = 670 + 50 + topics + words
    kinds = np.repeat(["area", "state", "policy", "word"], [670, 50, topics, words])
    rows = np.arange(people)
    belongs = incidence(
        np.concatenate([rows, rows, rng.integers(0, people, people // 4)]),
        np.concatenate([city, 670 + city % 50, 720 + rng.integers(0, topics, people // 4)]),
        (people, groups),
    )
    said = np.repeat(np.arange(events), 3)
    spoken = np.minimum(rng.pareto(0.8, len(said)) * 20, words - 1).astype(np.int64)
    about = incidence(said, 720 + topics + spoken, (events, groups))
    no = np.zeros(people, dtype=bool)
    ids = tuple(f"person/{i:06}" for i in range(people))
    place = tuple(f"City {c}" for c in city)
    nodes = Nodes(ids, ids, np.where(rng.random(people) < 0.1, "official", "person"), place,
                  tuple(f"S{c % 50}" for c in city), ("",) * people, no, no, no, no)  # fmt: skip
    days = day_of(TODAY) - rng.integers(0, 2_000, events).astype(np.float64)
    names = tuple(f"event/{i:06}" for i in range(events))
    size = np.diff(attended.T.tocsr().indptr).astype(np.int64)
    labels = tuple(f"g{i}" for i in range(groups))
    return Snapshot(
        datetime.now(UTC), nodes, Events(names, names, days, size), attended, incidence([], [], attended.shape),
        Groups(labels, labels, kinds, np.full(groups, -1)), belongs, about, on=TODAY,
    )  # fmt: skip


def suggestion(index: Index, u: int) -> int:
    """One list without its evidence; gives how many of it can be told."""
    ask = Ask(other_cities=True)
    admissible = open_to(index, u) & wanted(index, u, ask)
    claims, compose, best = ranking(index, u, admissible, ask, DEFAULT)
    return sum(bool(claims.about(v)[0]) for v in compose(best))


def adamic(index: Index, u: int, limit: int = 50) -> None:
    """networkx Adamic-Adar for everybody two steps away, on the co-attendance of small events around one."""
    back, presence, size = index.attendees, index.snapshot.presence, index.snapshot.events.size
    graph: nx.Graph[int] = nx.Graph()
    near = {u}
    for _ in range(2):
        events = {int(e) for p in near for e in presence.indices[presence.indptr[p] : presence.indptr[p + 1]]}
        for event in events:
            if 2 <= size[event] <= limit:
                who = back.indices[back.indptr[event] : back.indptr[event + 1]].tolist()
                graph.add_edges_from((a, b) for i, a in enumerate(who) for b in who[i + 1 :])
        near = set(graph[u]) if u in graph else near
    if u in graph:
        far = {w for z in graph[u] for w in graph[z]} - set(graph[u]) - {u}
        sorted(nx.adamic_adar_index(graph, [(u, w) for w in far]), key=lambda one: -one[2])[:10]


def pagerank(graph: nx.Graph[int], u: int) -> None:
    """networkx PageRank .85 personalised to one."""
    found = nx.pagerank(graph, alpha=0.85, personalization={u: 1.0}, tol=1e-6)
    sorted(found, key=lambda one: -found[one])[:10]


def quantiles(name: str, seconds: list[float]) -> None:
    """One line: p50 and p95 in milliseconds."""
    if not seconds:
        return
    p50, p95 = np.quantile(np.array(seconds) * 1000, (0.5, 0.95))
    print(f"{name:44} p50 {p50:9.1f} ms   p95 {p95:9.1f} ms   ({len(seconds)} people)", flush=True)


def megabytes(index: Index) -> float:
    """What the index holds beside the snapshot: matrices and vectors."""
    seen: dict[int, int] = {}

    def walk(value: object) -> None:
        if isinstance(value, np.ndarray):
            seen[id(value)] = value.nbytes
        elif hasattr(value, "indptr"):
            for part in (value.data, value.indices, value.indptr):
                seen[id(part)] = part.nbytes
        elif isinstance(value, (tuple, list)):
            for part in value[:8]:
                walk(part)
        elif isinstance(value, dict):
            for part in value.values():
                walk(part)
        elif hasattr(value, "__dict__") and not isinstance(value, (Snapshot, type)):
            walk(vars(value))

    walk({k: v for k, v in vars(index).items() if k != "snapshot"})
    return sum(seen.values()) / 1e6


def main() -> None:
    """Build, warm up, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--attendances", type=int, default=1_440_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--others", type=int, default=5, help="people that networkx is asked for")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    snapshot = network(given.people, given.attendances, given.seed)
    print(f"{len(snapshot.nodes):,} people, {snapshot.attended.nnz:,} attendances, {len(snapshot.events.ids):,} events")
    began = time.perf_counter()
    index = Index(snapshot, DEFAULT.limits.tuning, day_of(TODAY))
    suggestion(index, 0)
    print(f"index and first list in {time.perf_counter() - began:.1f} s, {megabytes(index):.0f} MB")
    rng = np.random.default_rng(given.seed)
    active = np.flatnonzero(index.event_count > 0)
    chosen = [int(u) for u in rng.choice(active, given.queries, replace=False)]
    seconds, told = [], 0
    for u in chosen:
        began = time.process_time()
        told += suggestion(index, u)
        seconds.append(time.process_time() - began)
    quantiles("lpgraph suggestion", seconds)
    print(f"  {told / len(chosen):.1f} of ten can be told")
    for name, work, graph in (
        ("networkx Adamic-Adar", adamic, index),
        ("networkx PageRank", pagerank, _graph(snapshot)),
    ):
        seconds = []
        for u in chosen[: given.others]:
            began = time.process_time()
            work(graph, u)  # type: ignore[operator]
            seconds.append(time.process_time() - began)
        quantiles(name, seconds)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _graph(snapshot: Snapshot) -> nx.Graph[int]:
    """People and events as networkx knows them."""
    graph: nx.Graph[int] = nx.Graph()
    seen = snapshot.attended.tocoo()
    graph.add_edges_from(zip(seen.row.tolist(), (seen.col + len(snapshot.nodes)).tolist(), strict=True))
    return graph


if __name__ == "__main__":
    main()
