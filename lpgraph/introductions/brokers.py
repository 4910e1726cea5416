"""Who can make an introduction: acquainted with both, open to it, and the least loaded of the strongest."""

from __future__ import annotations

from collections.abc import Mapping

from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.gates import PEOPLE, acquainted, barred, quiet, tired
from lpgraph.network.arrays import Bools, Floats, Ints
from lpgraph.network.index import Index


def between(index: Index, u: int, v: int) -> Bools:
    """Who may be named as a way from u to v: nobody quiet, and nobody to be kept apart from either side."""
    mask: Bools = ~(quiet(index) | barred(index, u) | barred(index, v))
    mask[[u, v]] = False
    return mask


def candidates(index: Index, u: int, v: int, book: Book = EMPTY) -> Bools:
    """People who are acquainted with both sides (not merely at the same big event), may be named, and have time."""
    people = index.of_kind(str(PEOPLE[0])) | index.of_kind(str(PEOPLE[1]))
    near = index.kept(("acquainted", u), lambda: acquainted(index, u))
    # Whoever left office is free to introduce; whoever is on our staff usually does.
    return people & between(index, u, v) & near & acquainted(index, v) & ~tired(index, book)


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
    chosen = candidates(index, u, v, book)[rows] & (flow > 0)
    if not chosen.any():
        return []
    through = dict(zip(rows[chosen].tolist(), flow[chosen].tolist(), strict=True))
    top, ids = max(through.values()), index.snapshot.nodes.ids
    near = [z for z, amount in through.items() if amount >= share * top]
    return sorted(near, key=lambda z: (loads.get(ids[z], 0), -round(through[z], 12), ids[z]))
