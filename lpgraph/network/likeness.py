"""What two share: groups (bodies, organizations, campaigns, policies, places), issues, and words of event titles."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from lpgraph.network.arrays import (
    AREA,
    BODY,
    CAMPAIGN,
    ISSUE,
    ORGANIZATION,
    POLICY,
    STATE,
    WORD,
    Bools,
    Floats,
    Ints,
    Matrix,
    row,
)
from lpgraph.network.gather import carried

GROUP_KINDS = (BODY, ORGANIZATION, CAMPAIGN, POLICY, AREA, STATE)


class Likeness:
    """Shared groups and TF-IDF cosines over ``shares`` (nodes × groups, decayed counts)."""

    def __init__(self, shares: Matrix, kinds: np.ndarray) -> None:
        logs = shares.copy()
        logs.data = np.log1p(logs.data)
        self._logs = _only(logs, np.isin(kinds, GROUP_KINDS))
        self._members = self._logs.T.tocsr()
        self._scale = 1.0 / np.sqrt(np.maximum(np.diff(self._members.indptr), 1))
        self._tfidf = {kind: _tfidf(_only(logs, kinds == kind)) for kind in (ISSUE, WORD)}
        self._tagged = {kind: matrix.T.tocsr() for kind, matrix in self._tfidf.items()}

    def alike(self, u: int) -> Floats:
        """``group(u, v)`` for all v: sum over shared groups of log(1+c_ug) log(1+c_vg) / sqrt(|g|)."""
        mine, amounts = _row(self._logs, u)
        found = carried(self._members, mine, amounts * self._scale[mine])
        found[u] = 0.0
        return found

    def by_group(self, u: int, v: int) -> dict[int, float]:
        """What each shared group adds to ``group(u, v)``."""
        return {g: x * float(self._scale[g]) for g, x in _both(self._logs, u, v).items()}

    def cosine(self, kind: str, u: int) -> Floats:
        """TF-IDF cosine of u's issues or title words with everybody's."""
        matrix = self._tfidf[kind]
        mine, amounts = _row(matrix, u)
        found = carried(self._tagged[kind], mine, amounts.astype(np.float64))
        found[u] = 0.0
        return found

    def by_tag(self, kind: str, u: int, v: int) -> dict[int, float]:
        """What each shared issue or word adds to the cosine."""
        return {g: x for g, x in _both(self._tfidf[kind], u, v).items() if x > 0}


def _only(matrix: Matrix, kept: Bools) -> Matrix:
    found: Matrix = (matrix @ sparse.diags_array(kept.astype(np.float64))).tocsr()
    found.eliminate_zeros()
    found.sort_indices()
    return found


def _row(matrix: Matrix, u: int) -> tuple[Ints, Floats]:
    return row(matrix, u), matrix.data[matrix.indptr[u] : matrix.indptr[u + 1]]


def _both(matrix: Matrix, u: int, v: int) -> dict[int, float]:
    """The product of two rows, entry by entry."""
    ours, theirs = slice(*matrix.indptr[[u, u + 1]]), slice(*matrix.indptr[[v, v + 1]])
    shared, i, j = np.intersect1d(matrix.indices[ours], matrix.indices[theirs], True, True)
    amounts = matrix.data[ours][i] * matrix.data[theirs][j]
    return dict(zip(shared.tolist(), amounts.tolist(), strict=True))


def _tfidf(matrix: Matrix) -> Matrix:
    held = np.bincount(matrix.indices, minlength=matrix.shape[1])
    idf = np.log((1.0 + matrix.shape[0]) / (1.0 + held))
    matrix = (matrix @ sparse.diags_array(idf)).tocsr()
    norm = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    unit: Matrix = (sparse.diags_array(1.0 / np.where(norm > 0, norm, 1.0)) @ matrix).tocsr()
    unit.sort_indices()
    # A cosine needs no more digits than these, and words are most of what an index holds.
    small: Matrix = unit.astype(np.float32)
    return small
