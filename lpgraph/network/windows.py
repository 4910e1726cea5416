"""Rolling cuts of a network: what was before a day, and who met for the first time after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy import sparse

from lpgraph.model import Kind
from lpgraph.network.arrays import Bools, Ints, Matrix, Snapshot, incidence, row
from lpgraph.network.index import Index
from lpgraph.network.meetings import Tuning
from lpgraph.network.tables import Tables, snapshot_before

WINDOWS, FRESH = 3, 200  # three cuts, each with at least so many new ties


@dataclass(frozen=True, eq=False)
class Window:
    """One cut: the index before it, the ties before it (0/1), and the first meetings from it until ``end``."""

    start: float
    end: float
    index: Index
    ties: Matrix
    fresh: Matrix
    community: Ints  # of each node: its place, else its main group, else -1

    @property
    def snapshot(self) -> Snapshot:
        """The network before the cut."""
        return self.index.snapshot

    @property
    def known(self) -> Bools:
        """Who has been somewhere before the cut; nobody else can be asked or found."""
        known: Bools = self.index.event_count > 0
        return known


def cliques(tables: Tables, chosen: Bools) -> Matrix:
    """Who was together at an event of at most ``tie_max``, of these attendances."""
    shape = (len(tables.nodes), len(tables.event_ids))
    att = incidence(tables.who[chosen], tables.event[chosen], shape)
    size = np.asarray(att.sum(axis=0)).ravel()
    # Empty columns go, or the product of a long network costs for nothing.
    small = att[:, np.flatnonzero((size > 1) & (size <= tables.tie_max))]
    both: Matrix = (small @ small.T).tocsr()
    both.setdiag(0)
    both.eliminate_zeros()
    both.data[:] = 1.0
    return both


def fresh_ties(tables: Tables, start: float, end: float) -> tuple[Matrix, Matrix]:
    """Ties before ``start``, and pairs that met for the first time from it until ``end``."""
    ts = tables.day[tables.event]
    ties, later = cliques(tables, ts < start), cliques(tables, (ts >= start) & (ts < end))
    if tables.apart:
        a, b = np.array(sorted(tables.apart), dtype=np.int64).T
        ties = (ties + incidence(np.concatenate([a, b]), np.concatenate([b, a]), ties.shape)).tocsr()
        ties.data[:] = 1.0
    fresh: Matrix = (later - later.multiply(ties)).tocsr()
    fresh.eliminate_zeros()
    return ties, fresh


def spans(tables: Tables) -> list[tuple[float, float]]:
    """Up to three spans, oldest first: those of ``meta.json`` and one more beside them, else equal shares of the end.

    The graph of a span is what lies strictly before it. A span with fewer than 200 new ties is left out.
    """
    days = np.sort(tables.day[tables.event])
    if len(days) == 0:
        return []
    last = float(days[-1]) + 1.0
    if len(tables.cuts) >= 2:
        cuts = sorted(tables.cuts)
        tried = list(pairwise(cuts))
        tried += [(cuts[-1], last), (cuts[0] - (cuts[1] - cuts[0]), cuts[0])]
    else:
        cuts = [float(days[int(len(days) * share)]) for share in (0.55, 0.7, 0.85)]
        tried = [*zip(cuts, [*cuts[1:], last], strict=True)]
    found: list[tuple[float, float]] = []
    for start, end in tried:
        if len(found) < WINDOWS and start < end and fresh_ties(tables, start, end)[1].nnz >= 2 * FRESH:
            found.append((start, end))
    return sorted(found)


def windows(tables: Tables, tuning: Tuning) -> Iterator[Window]:
    """The windows of a network, one after the other."""
    for start, end in spans(tables):
        snapshot = snapshot_before(tables, start)
        index = Index(snapshot, replace(tuning, tie_max=tables.tie_max), start)
        ties, fresh = fresh_ties(tables, start, end)
        yield Window(start, end, index, ties, fresh, communities(index))


def communities(index: Index) -> Ints:
    """The community of each node: its place where most have one, else the group that it was with most, else none."""
    places = np.array(index.snapshot.nodes.places, dtype=np.str_)
    if (places != "").mean() > 0.5 and len(np.unique(places)) > 2:
        found: Ints = np.unique(places, return_inverse=True)[1].astype(np.int64)
        found[places == ""] = -1
        return found
    kinds = index.snapshot.groups.kinds
    shared = index.shares
    kept = np.isin(kinds[shared.indices], ("campaign", "organization", "body")) if len(kinds) else np.zeros(0, bool)
    main = np.full(len(places), -1, dtype=np.int64)
    amount = np.where(kept, shared.data, 0.0)
    for node in np.flatnonzero(np.diff(shared.indptr)):
        part = amount[shared.indptr[node] : shared.indptr[node + 1]]
        if part.max() > 0:
            main[node] = row(shared, int(node))[int(part.argmax())]
    return main


def elsewhere(window: Window, u: int) -> Bools:
    """Who is of another community than u, or of another kind."""
    community, kinds = window.community, window.snapshot.nodes.kinds
    mask: Bools = ((community != community[u]) & (community >= 0) & (community[u] >= 0)) | (kinds != kinds[u])
    return mask


def asks(tables: Tables) -> tuple[tuple[str, str], ...]:
    """Which kinds are asked for which: as ``meta.json`` says, else every pair of kinds that has ties."""
    if tables.asks:
        return tables.asks
    ties = cliques(tables, np.ones(len(tables.who), dtype=bool)).tocoo()
    kinds = tables.nodes.kinds
    names = sorted(set(kinds.tolist()))
    ends = (_code(kinds)[ties.row], _code(kinds)[ties.col])
    pairs = sparse.coo_array((np.ones(ties.nnz), ends), shape=(len(names),) * 2).tocsr()
    found = [(names[a], names[b]) for a, b in zip(*pairs.nonzero(), strict=True) if pairs[a, b] >= FRESH]
    found = [pair for pair in found if Kind.BODY not in pair]  # one meets its members
    return tuple((str(a), str(b)) for a, b in found)


def _code(kinds: np.ndarray) -> Ints:
    codes: Ints = np.unique(kinds, return_inverse=True)[1].astype(np.int64)
    return codes
