"""What puts people together, as columns of one matrix: events, KNOWS ties, current bodies and organizations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from lpgraph.network.arrays import BODY, ORGANIZATION, Bools, Floats, Matrix, Snapshot, incidence
from lpgraph.network.gather import small

EVENT, TIE, CIRCLE = 0, 1, 2  # what a meeting is


@dataclass(frozen=True, slots=True)
class Tuning:
    """The numbers of the walk; sources are in ``introductions/weights.py``, where they are set."""

    half_life: float = 180.0
    max_event: int = 500
    tie_max: int = 30
    circle_max: int = 75
    circle_weight: float = 0.5
    knows_fresh: float = 365.0
    undated_age: float = 360.0

    def aged(self, day: Floats, on: float, undated_age: float, fresh: float = 0.0) -> Floats:
        """What is left of something of a day: half of it after each half-life beyond the ``fresh`` days."""
        age = np.where(np.isnan(day), undated_age, on - day) - fresh
        decayed: Floats = np.exp2(-np.maximum(age, 0.0) / self.half_life)
        return decayed


@dataclass(frozen=True, eq=False)
class Meetings:
    """Nodes × meetings, its transpose, the weight of each meeting, and what it is: ``kind``, numbered as there."""

    matrix: Matrix
    back: Matrix
    weight: Floats
    kind: npt.NDArray[np.int8]
    ref: npt.NDArray[np.int32]


def meetings_of(snap: Snapshot, tuning: Tuning, day: float, decay: Floats, past: Bools, circles: Matrix) -> Meetings:
    """Past events, KNOWS ties and circles (groups × nodes) side by side as columns of one matrix."""
    size = snap.events.size
    chosen = np.flatnonzero((size >= 2) & (size <= tuning.max_event) & past)
    weight = decay[chosen] / np.sqrt(size[chosen] - 1)
    ties = snap.knows
    pairs = incidence(
        np.concatenate([ties.a, ties.b]), np.tile(np.arange(len(ties.a)), 2), (len(snap.nodes), len(ties.a))
    )
    known = ties.strength / 5.0 * tuning.aged(ties.day, day, 0.0, tuning.knows_fresh)
    members = np.diff(circles.indptr)
    sitting = np.flatnonzero(members >= 2)
    together = tuning.circle_weight / np.sqrt(members[sitting] - 1)
    whole = sparse.hstack([snap.presence[:, chosen], pairs, circles[sitting].T], format="csr")
    whole.sort_indices()
    kinds = np.repeat([EVENT, TIE, CIRCLE], [len(chosen), len(ties.a), len(sitting)]).astype(np.int8)
    refs = np.concatenate([chosen, np.arange(len(ties.a)), sitting]).astype(np.int32)
    matrix = small(whole)
    return Meetings(matrix, matrix.T.tocsr(), np.concatenate([weight, known, together]), kinds, refs)


def circles_of(snap: Snapshot, circle_max: int) -> tuple[Matrix, Matrix]:
    """Nodes × groups and its transpose: bodies, and organizations of at most ``circle_max`` current members."""
    members = np.diff(snap.belongs.T.tocsr().indptr)
    few = (snap.groups.kinds == ORGANIZATION) & (members <= circle_max)
    kept = (snap.groups.kinds == BODY) | few
    pairs = snap.belongs.tocoo()
    chosen = kept[pairs.col]
    rows, columns = pairs.row[chosen].astype(np.int64), pairs.col[chosen].astype(np.int64)
    themselves = np.flatnonzero(kept & (snap.groups.node >= 0))
    rows = np.concatenate([rows, snap.groups.node[themselves]])
    columns = np.concatenate([columns, themselves])
    matrix = small(incidence(rows, columns, (len(snap.nodes), len(snap.groups.ids))))
    back: Matrix = matrix.T.tocsr()
    return matrix, back
