"""What puts people together, as columns of one matrix: events, KNOWS ties, current bodies and organizations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from lpgraph.network.arrays import Floats, Ints, Matrix, incidence

if TYPE_CHECKING:
    from lpgraph.network.index import Index

EVENT, TIE, CIRCLE = 0, 1, 2  # what a meeting is


@dataclass(frozen=True, eq=False)
class Meetings:
    """Nodes × meetings, the weight of each meeting, and what it is: ``kind`` with its number in the snapshot."""

    matrix: Matrix
    weight: Floats
    kind: Ints
    ref: Ints


def meetings_of(index: Index) -> Meetings:
    """Events, KNOWS ties and circles side by side as columns of one matrix."""
    snap, tuning = index.snapshot, index.tuning
    size = snap.events.size
    chosen = np.flatnonzero((size >= 2) & (size <= tuning.max_event) & index.past)
    weight = index.decay[chosen] / np.sqrt(size[chosen] - 1)
    ties = snap.knows
    pairs = incidence(
        np.concatenate([ties.a, ties.b]), np.tile(np.arange(len(ties.a)), 2), (len(snap.nodes), len(ties.a))
    )
    known = ties.strength / 5.0 * index.aged(ties.day, 0.0, tuning.knows_fresh)
    matrix, back = index.circles
    members = np.diff(back.indptr)
    sitting = np.flatnonzero(members >= 2)
    together = tuning.circle_weight / np.sqrt(members[sitting] - 1)
    whole = sparse.hstack([snap.presence[:, chosen], pairs, matrix[:, sitting]], format="csr")
    whole.sort_indices()
    kinds = np.repeat([EVENT, TIE, CIRCLE], [len(chosen), len(ties.a), len(sitting)])
    refs = np.concatenate([chosen, np.arange(len(ties.a)), sitting])
    return Meetings(whole, np.concatenate([weight, known, together]), kinds.astype(np.int64), refs.astype(np.int64))
