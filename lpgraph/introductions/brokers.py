"""Who can make an introduction: acquainted with both, open to it, and the least loaded of the strongest."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.gates import PEOPLE, acquainted, barred, quiet, tired
from lpgraph.network.arrays import Bools, Floats
from lpgraph.network.index import Index


def between(index: Index, u: int, v: int) -> Bools:
    """Who may be named as a way from u to v: nobody quiet, and nobody to be kept apart from either side."""
    mask: Bools = ~(quiet(index) | barred(index, u) | barred(index, v))
    mask[[u, v]] = False
    return mask


def candidates(index: Index, u: int, v: int, book: Book = EMPTY) -> Bools:
    """People who are acquainted with both sides (not merely at the same big event), may be named, and have time."""
    people = np.isin(index.snapshot.nodes.kinds, [str(kind) for kind in PEOPLE])
    # Whoever left office is free to introduce; whoever is on our staff usually does.
    return people & between(index, u, v) & acquainted(index, u) & acquainted(index, v) & ~tired(index, book)


def ordered(
    index: Index, u: int, v: int, link: Floats, loads: Mapping[str, int], share: float, book: Book = EMPTY
) -> list[int]:
    """Brokers, best first: within ``share`` of the strongest, the least loaded, then the strongest, then by id.

    ``link`` is how much of the walk from u to v goes through each node.
    """
    chosen = np.flatnonzero(candidates(index, u, v, book) & (link > 0))
    if not len(chosen):
        return []
    top = link[chosen].max()
    ids = index.snapshot.nodes.ids
    near = [int(z) for z in chosen if link[z] >= share * top]
    return sorted(near, key=lambda z: (loads.get(ids[z], 0), -round(float(link[z]), 12), ids[z]))
