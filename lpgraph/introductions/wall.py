"""The wall between two legal entities: what is marked for one is not used for the other.

Events and campaigns may be marked c3, c4 or both. For a user or a campaign of one, whatever is marked for the other
alone is taken out of the network before anything is counted: no term, no reason, no broker can rest on it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
from scipy import sparse

from lpgraph.errors import NotFound
from lpgraph.introductions import words
from lpgraph.introductions.book import Book, Record
from lpgraph.network.arrays import Bools, Matrix, Snapshot

BOTH = ""


def side_of(mark: str) -> str:
    """Which entity a mark names: ``c3``, ``c4``, or both (empty). ``501(c)(4)`` is c4.

    >>> side_of("501(c)(3)"), side_of("C4"), side_of("both"), side_of("c3 + c4")
    ('c3', 'c4', '', '')
    """
    letters = "".join(c for c in mark.casefold() if c.isalnum())
    three, four = "c3" in letters, "c4" in letters
    return BOTH if three == four else "c3" if three else "c4"


def hidden(side: str, mark: str) -> bool:
    """Whether something with this mark must not be used for a side."""
    asked, said = side_of(side), side_of(mark)
    return bool(asked and said and asked != said)


def behind(snapshot: Snapshot, book: Book, campaign: str | None = None) -> Snapshot:
    """The network as whoever asks may use it. Raises ``NotFound`` for a campaign of the other side."""
    mark = book.marks.get(campaign or "", "")
    if hidden(book.side, mark):
        raise NotFound(words.OTHER_SIDE)
    side = side_of(book.side) or side_of(mark)
    out = frozenset(one for one, said in book.marks.items() if hidden(side, said))
    return _without(snapshot, out) if out else snapshot


def closed(book: Book) -> frozenset[str]:
    """The events and campaigns that whoever looks must not use."""
    return frozenset(one for one, mark in book.marks.items() if hidden(book.side, mark))


def visible(book: Book) -> tuple[Record, ...]:
    """The introductions that whoever looks may see: none for a campaign of the other side."""
    out = closed(book)
    return tuple(one for one in book.records if not (one.campaign and one.campaign.id in out))


@lru_cache(maxsize=4)
def _without(snapshot: Snapshot, out: frozenset[str]) -> Snapshot:
    """The network without these events and campaigns."""
    events = np.array([one not in out for one in snapshot.events.ids], dtype=bool)
    groups = np.array([one not in out for one in snapshot.groups.ids], dtype=bool)
    return replace(
        snapshot,
        attended=_columns(snapshot.attended, events),
        delegated=_columns(snapshot.delegated, events),
        belongs=_columns(snapshot.belongs, groups),
        about=_columns(_rows(snapshot.about, events), groups),
        supports={one: who for one, who in snapshot.supports.items() if one not in out},
    )


def _columns(matrix: Matrix, keep: Bools) -> Matrix:
    return _clean((matrix @ sparse.diags_array(keep.astype(float))).tocsr()) if len(keep) else matrix


def _rows(matrix: Matrix, keep: Bools) -> Matrix:
    return _clean((sparse.diags_array(keep.astype(float)) @ matrix).tocsr()) if len(keep) else matrix


def _clean(matrix: Matrix) -> Matrix:
    matrix.eliminate_zeros()
    matrix.sort_indices()
    return matrix
