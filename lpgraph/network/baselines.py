"""What others would rank by, on the same cut: the methods that the shipped score is measured against."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse

from lpgraph.network.arrays import Floats, Matrix
from lpgraph.network.index import Index

Ranking = Callable[[int], Floats]  # a value for everybody, by who asks
ADAMIC, PAGERANK = "adamic-adar", "pagerank .85"
ROUNDS = 25  # of PageRank; .85^25 is under two percent


def baselines(index: Index, ties: Matrix, seed: int = 7) -> dict[str, Ranking]:
    """Random, recent activity, Adamic-Adar, Adamic-Adar with groups and issues, node similarity and PageRank."""
    noise = np.random.default_rng(seed).random(len(index.snapshot.nodes))
    latest = _latest(index)
    wide = sparse.hstack([ties, _shared(index)], format="csr")
    return {
        "random": lambda u: np.roll(noise, u),
        "recent activity": lambda _: latest,
        ADAMIC: _adamic(ties),
        "adamic-adar, groups and issues too": _adamic(wide),
        "node similarity": _similar(index.snapshot.presence),
        PAGERANK: _pagerank(index.snapshot.presence),
    }


def _latest(index: Index) -> Floats:
    """Day of the last event of each, above zero; the undecayed count parts equal days."""
    seen = index.snapshot.presence.tocoo()
    last = np.zeros(len(index.snapshot.nodes))
    np.maximum.at(last, seen.row, np.nan_to_num(index.snapshot.events.day[seen.col]) + 1e7)
    found: Floats = last + index.event_count / 1e6
    return found


def _shared(index: Index) -> Matrix:
    """Nodes × groups and issues, words left out: 0/1."""
    kept = index.snapshot.groups.kinds != "word"
    shares = (index.shares @ sparse.diags_array(kept.astype(np.float64))).tocsr()
    shares.eliminate_zeros()
    shares.data[:] = 1.0
    found: Matrix = shares
    return found


def _adamic(ties: Matrix) -> Ranking:
    """Common neighbours, each by one over the logarithm of its degree."""
    back = ties.T.tocsr()
    degree = np.diff(back.indptr)
    rare = np.where(degree > 1, 1.0 / np.log(np.maximum(degree, 2)), 0.0)

    def ranking(u: int) -> Floats:
        x = np.zeros(ties.shape[1])
        mine = slice(ties.indptr[u], ties.indptr[u + 1])
        x[ties.indices[mine]] = rare[ties.indices[mine]]
        found: Floats = ties @ x
        return found

    return ranking


def _similar(presence: Matrix) -> Ranking:
    """Jaccard of the events attended (nodeSimilarity of Neo4j GDS)."""
    degree = np.diff(presence.indptr).astype(np.float64)

    def ranking(u: int) -> Floats:
        x = np.zeros(presence.shape[1])
        x[presence.indices[presence.indptr[u] : presence.indptr[u + 1]]] = 1.0
        both = presence @ x
        found: Floats = both / np.maximum(degree + degree[u] - both, 1.0)
        return found

    return ranking


def _pagerank(presence: Matrix) -> Ranking:
    """Personalised PageRank over people and events, damping .85."""
    back = presence.T.tocsr()
    of_node, of_event = np.maximum(np.diff(presence.indptr), 1), np.maximum(np.diff(back.indptr), 1)

    def ranking(u: int) -> Floats:
        start = np.zeros(presence.shape[0])
        start[u] = 1.0
        x = start
        for _ in range(ROUNDS):
            x = 0.15 * start + 0.85 * (presence @ ((back @ (x / of_node)) / of_event))
        return x

    return ranking
