"""Rows of a matrix of zeros and ones, and a few amounts carried along them; nothing else of it is touched."""

from __future__ import annotations

import numpy as np

from lpgraph.network.arrays import Floats, Ints, Matrix


def carried(matrix: Matrix, rows: Ints, amounts: Floats) -> Floats:
    """``amounts @ matrix[rows]`` for everybody."""
    found: Floats = matrix[rows].T @ amounts
    return found


def columns_of(matrix: Matrix, rows: Ints) -> Ints:
    """The columns that are set in some rows, one after the other; fast for a few short rows."""
    starts, ends = matrix.indptr[rows].tolist(), matrix.indptr[rows + 1].tolist()
    found: Ints = np.concatenate([_NONE, *(matrix.indices[a:b] for a, b in zip(starts, ends, strict=True))])
    return found


_NONE = np.empty(0, dtype=np.int32)


def inside(matrix: Matrix, index: int, columns: Ints) -> Ints:
    """Which of some columns are set in one row, however long that is."""
    whole = matrix.indices[matrix.indptr[index] : matrix.indptr[index + 1]]
    if not len(whole) or not len(columns):
        return columns[:0]
    at = np.minimum(np.searchsorted(whole, columns.astype(whole.dtype)), len(whole) - 1)
    found: Ints = columns[whole[at] == columns]
    return found


def small(matrix: Matrix) -> Matrix:
    """The same ones in an eighth of the memory. They must not be summed without an amount: they would overflow."""
    found: Matrix = matrix.astype(np.int8)
    return found
