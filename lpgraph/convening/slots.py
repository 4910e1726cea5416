"""One-to-one slots: in each, everybody talks to one other; the pairs worth most, exactly (Edmonds, by networkx)."""

from __future__ import annotations

import numpy as np

from lpgraph.convening.seating import Bools, Floats
from lpgraph.network.measures import best_pairs

Pair = tuple[int, int]


def slots(value: Floats, apart: Bools, number: int) -> tuple[tuple[Pair, ...], ...]:
    """So many slots of pairs, the best first; no pair twice, none that must stay apart, none that is worth nothing."""
    left = np.where(apart, 0.0, value)
    found: list[tuple[Pair, ...]] = []
    for _ in range(number):
        rows, columns = np.nonzero(np.triu(left, 1))
        pairs = best_pairs({(int(a), int(b)): float(left[a, b]) for a, b in zip(rows, columns, strict=True)})
        if not pairs:
            break
        found.append(tuple(pairs))
        for a, b in pairs:
            left[a, b] = left[b, a] = 0.0
    return tuple(found)
