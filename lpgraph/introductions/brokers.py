"""Who can make an introduction: acquainted with both, open to it, and the least loaded of the strongest."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.gates import PEOPLE, quiet, tired
from lpgraph.network.arrays import Bools, Floats, Ints, common
from lpgraph.network.index import Index


def between(index: Index, u: int, v: int, rows: Ints) -> Bools:
    """Which of these may be named as a way from u to v: nobody quiet, and nobody to be kept apart from either side."""
    apart = index.snapshot.kept_apart
    mask: Bools = ~quiet(index)[rows]
    mask &= (rows != u) & (rows != v)
    if named := [*apart.get(u, ()), *apart.get(v, ())]:
        mask &= ~np.isin(rows, named)
    return mask


def candidates(index: Index, u: int, v: int, book: Book = EMPTY) -> Ints:
    """People who are acquainted with both sides (not merely at the same big event), may be named, and have time."""
    rows = common(index.acquaintances(u), index.acquaintances(v))
    people = index.of_kind(str(PEOPLE[0]))[rows] | index.of_kind(str(PEOPLE[1]))[rows]
    rows = rows[people & between(index, u, v, rows)]
    # Whoever left office is free to introduce; whoever is on our staff usually does.
    busy, ids = tired(book), index.snapshot.nodes.ids
    return rows[[ids[z] not in busy for z in rows.tolist()]] if busy else rows


def ordered(
    index: Index,
    u: int,
    v: int,
    link: tuple[Ints, Floats],
    loads: Mapping[str, int],
    share: float,
    book: Book = EMPTY,
) -> list[int]:
    """Brokers, best first: within ``share`` of the strongest, the least loaded, then the strongest, then by id.

    ``link`` is how much of the walk from u to v goes through whom: rows, and how much each.
    """
    rows, flow = link
    may = candidates(index, u, v, book)
    if not len(may):
        return []
    chosen = np.isin(rows, may) & (flow > 0)
    if not chosen.any():
        return []
    through = dict(zip(rows[chosen].tolist(), flow[chosen].tolist(), strict=True))
    top, ids = max(through.values()), index.snapshot.nodes.ids
    near = [z for z, amount in through.items() if amount >= share * top]
    return sorted(near, key=lambda z: (loads.get(ids[z], 0), -round(through[z], 12), ids[z]))
