"""A sparse vector times a sparse matrix: only the rows that are set are looked at, and the answer is the same."""

from __future__ import annotations

import numpy as np

from lpgraph.network.arrays import Floats, Ints, Matrix

DENSE = 3  # where a third of all entries would be gathered, going through all in order is faster


def times(x: Floats, matrix: Matrix, back: Matrix) -> Floats:
    """``x @ matrix``, where ``back`` is the transpose of ``matrix``."""
    rows = np.flatnonzero(x)
    sizes = matrix.indptr[rows + 1] - matrix.indptr[rows]
    if int(sizes.sum()) * DENSE > matrix.nnz:
        dense: Floats = back @ x
        return dense
    return picked(matrix, rows, x[rows], sizes)


def picked(matrix: Matrix, rows: Ints, values: Floats, sizes: Ints) -> Floats:
    """``values @ matrix[rows]`` as a dense vector; ``sizes`` is how many entries each of these rows has."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    at = np.repeat(matrix.indptr[rows] - (ends - sizes), sizes) + np.arange(total)
    amounts = np.repeat(values, sizes) * matrix.data[at]
    found: Floats = np.bincount(matrix.indices[at], weights=amounts, minlength=matrix.shape[1]).astype(np.float64)
    return found
