"""What a new tie between any two at a convening is worth, and who must not sit together.

The introductions' score says who should meet whom. At a convening, where one meets some thirty of a hundred people,
only the best of it counts: a tie is worth its score, halved for every ``HALF`` people here who are better for the one
or the other. People of one city can meet at home, so that a tie there counts little; another kind counts more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lpgraph.convening.seating import Bools, Floats
from lpgraph.introductions import Rules
from lpgraph.introductions.book import Book
from lpgraph.introductions.caps import Caps
from lpgraph.introductions.gates import barred, open_to
from lpgraph.introductions.score import score
from lpgraph.introductions.wall import behind
from lpgraph.model import Kind
from lpgraph.network.arrays import MEMBERSHIP, Snapshot
from lpgraph.network.days import day_of
from lpgraph.network.index import Index, index_of

HALF = 6.0  # people who are better for one of the two, for whom a tie is worth half
AT_HOME = 0.05  # of the worth, where both are of one city
ACROSS = 1.25  # times the worth, where the two are of different kinds
_UNLIMITED = 10**9  # a table is no ask: nobody's month counts


def worth_of_ties(snapshot: Snapshot, people: Sequence[str], rules: Rules, book: Book) -> tuple[Floats, Bools]:
    """What each tie is worth (0 where a gate stops it, the two have met or an introduction has brought them together
    or is about to), and who must not meet: kept apart, or resting after a no."""
    snapshot = behind(snapshot, book)
    book = replace(book, caps=Caps(_UNLIMITED, _UNLIMITED, _UNLIMITED))
    index = index_of(snapshot, rules.limits.tuning, day_of(snapshot.day))
    rows = np.array([snapshot.nodes.position[one] for one in people])
    here = np.zeros(len(snapshot.nodes), dtype=bool)
    here[rows] = True
    value = np.zeros((len(rows), len(rows)))
    for i, u in enumerate(rows.tolist()):
        value[i] = score(index, u, open_to(index, u, book=book) & here, rules.weights).total[rows]
    apart = _apart(index, people, rows.tolist(), book)
    both = (value > 0) & (value.T > 0) & ~apart
    value = np.where(both, (value + value.T) / 2 * _factor(snapshot, rows.tolist()), 0.0)
    return _best_first(value), apart


def _apart(index: Index, people: Sequence[str], rows: Sequence[int], book: Book) -> Bools:
    """Who must not sit together: by an entry, by a no that still rests, or as the people of an organization of which
    somebody is kept apart."""
    snapshot = index.snapshot
    kin = _people_of(snapshot)
    found = np.zeros((len(rows), len(rows)), dtype=bool)
    for i, u in enumerate(rows):
        stopped = barred(index, u)
        for organization in np.flatnonzero(stopped).tolist():
            stopped[kin.get(organization, [])] = True
        stopped[u] = False
        found[i] = stopped[list(rows)]
    at = {one: i for i, one in enumerate(people)}
    for record in book.records:
        if record.status == "declined" and record.holds(book.day) and record.a.id in at and record.b.id in at:
            found[at[record.a.id], at[record.b.id]] = True
    return found | found.T


def _people_of(snapshot: Snapshot) -> dict[int, list[int]]:
    """Organization → the people who belong to it, by row."""
    groups, position = snapshot.groups, snapshot.nodes.position
    matrix = snapshot.belongs.tocsc()
    return {
        position[one]: matrix.indices[matrix.indptr[g] : matrix.indptr[g + 1]].tolist()
        for g, one in enumerate(groups.ids)
        if groups.kinds[g] in MEMBERSHIP and one in position
    }


def _factor(snapshot: Snapshot, rows: Sequence[int]) -> Floats:
    nodes = snapshot.nodes
    places = np.array([nodes.places[i] for i in rows])
    kinds = np.array([group(str(nodes.kinds[i])) for i in rows])
    home = (places[:, None] == places) & (places != "")
    found: Floats = np.where(home, AT_HOME, 1.0) * np.where(kinds[:, None] != kinds, ACROSS, 1.0)
    return found


def _best_first(value: Floats) -> Floats:
    """Each worth halved for every ``HALF`` people who are better for the one; of the two views the mean."""
    order = np.argsort(np.argsort(-value, axis=1, kind="stable"), axis=1, kind="stable")
    shrunk = value * np.exp2(-order / HALF)
    return (shrunk + shrunk.T) / 2


def group(kind: str) -> str:
    """Officials, organizations, unions, and everybody else."""
    return "official" if kind == Kind.OFFICIAL else kind
