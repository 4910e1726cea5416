"""The network as arrays: everybody, what they attended, what they belong to, and who must not meet.

A snapshot is read once from the store and never changes; ``taken_at`` says how old it is. It holds what *is* so today
(ended posts and memberships are left out), and no contact details.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import sparse

from lpgraph.model import Kind
from lpgraph.network.passage import Passages

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Matrix = sparse.csr_array

# Kinds of groups. The first three are circles that one sits in together; the others are something that one shares.
BODY, ORGANIZATION, CAMPAIGN, POLICY, ISSUE, AREA, STATE, WORD = (
    "body", "organization", "campaign", "policy", "issue", "area", "state", "word",
)  # fmt: skip
MEMBERSHIP = (BODY, ORGANIZATION)


@dataclass(frozen=True, eq=False)
class Nodes:
    """People and organizations, in the order of their ids; all arrays have one value a node."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    kinds: npt.NDArray[np.str_]  # values of model.Kind
    places: tuple[str, ...]  # "Denver, CO"; empty when unknown
    states: tuple[str, ...]
    roles: tuple[str, ...]  # current posts in words
    no_contact: Bools
    no_introduce: Bools
    staff: Bools  # our own people: they introduce, and are never introduced
    left_office: Bools  # held an office, holds none now, and has no other current role
    since: tuple[str, ...] = ()  # when the last office ended, where left_office

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Row number by id."""
        return {node: i for i, node in enumerate(self.ids)}

    @cached_property
    def quiet(self) -> Bools:
        """Who is neither to be contacted nor introduced."""
        return self.no_contact | self.no_introduce

    @cached_property
    def kind_codes(self) -> Ints:
        """One number a kind: comparing text of hundreds of thousands takes longer than a score."""
        return np.unique(self.kinds, return_inverse=True)[1].astype(np.int64)

    @cached_property
    def place_codes(self) -> Ints:
        """One number a place, -1 where it is unknown."""
        names, codes = np.unique(np.array(self.places, dtype=np.str_), return_inverse=True)
        return np.where(names[codes] == "", -1, codes).astype(np.int64) if len(codes) else codes.astype(np.int64)

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, eq=False)
class Events:
    """Events that somebody attended: id, name, day number (NaN when undated), distinct attendees."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    day: Floats
    size: Ints


@dataclass(frozen=True, eq=False)
class Groups:
    """Bodies, organizations, campaigns, policies, issues, areas, states and title words that nodes share."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    kinds: npt.NDArray[np.str_]
    node: Ints  # the node that is this body or organization itself, else -1


@dataclass(frozen=True, eq=False)
class Tags:
    """Dated shares of a node in a group, one entry each (four-table runs; a store has ``belongs`` and ``about``)."""

    node: Ints
    group: Ints
    day: Floats


@dataclass(frozen=True, eq=False)
class Ties:
    """KNOWS between two people, once a pair with the strongest assertion: strength 1 to 5 and the day of it."""

    a: Ints
    b: Ints
    strength: Floats
    day: Floats


def no_tags() -> Tags:
    """No dated shares."""
    return Tags(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))


def no_ties() -> Ties:
    """Nobody is known to know anybody."""
    return Ties(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0), np.empty(0))


@dataclass(frozen=True, slots=True)
class Seen:
    """What the ledger said before a reading: the status of each load, and how many answers to who is who."""

    loads: Mapping[str, str]
    answers: str = ""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The whole network on one day. Matrices are 0/1 in CSR with sorted indices."""

    taken_at: datetime
    nodes: Nodes
    events: Events
    attended: Matrix  # nodes × events, each one's own attendance
    delegated: Matrix  # organizations × events: attended by a current officer, member of staff or delegate
    groups: Groups
    belongs: Matrix  # nodes × groups, current
    about: Matrix  # events × groups
    tags: Tags = field(default_factory=no_tags)
    knows: Ties = field(default_factory=no_ties)
    barred: frozenset[tuple[int, int]] = frozenset()  # do not introduce, (lower row, higher row)
    affiliated: frozenset[tuple[int, int]] = frozenset()  # organizations of one family, (lower row, higher row)
    delegates: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # organization → people who stand for it
    supports: Mapping[str, frozenset[int]] = field(default_factory=dict)  # campaign id → who works on it, not against
    passages: Passages = field(default_factory=Passages)  # where policies stand
    on: str = ""  # the day that it shows, ISO; empty means the day when it was taken
    seen: Seen | None = None  # the loads that it rests on, where that was asked

    @property
    def day(self) -> str:
        """The ISO day whose offices, memberships and ties these are."""
        return self.on or self.taken_at.date().isoformat()

    @cached_property
    def kept_apart(self) -> dict[int, list[int]]:
        """Of each node whom it must not be introduced to, in order."""
        return _either_way(self.barred)

    @cached_property
    def families(self) -> dict[int, list[int]]:
        """Of each organization those of its family, in order."""
        return _either_way(self.affiliated)

    @cached_property
    def sitting(self) -> dict[str, list[str]]:
        """The officials of each area, by ids."""
        found: dict[str, list[str]] = {}
        for who, areas in self.passages.homes.items():
            if self.nodes.kinds[self.nodes.position[who]] == Kind.OFFICIAL:
                for area in areas:
                    found.setdefault(area, []).append(who)
        return found

    @cached_property
    def presence(self) -> Matrix:
        """Nodes × events, own or through delegates."""
        both: Matrix = (self.attended + self.delegated).tocsr()
        both.data[:] = 1.0
        both.sort_indices()
        return both


def _either_way(pairs: frozenset[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for a, b in sorted((*pairs, *((b, a) for a, b in pairs))):
        found.setdefault(a, []).append(b)
    return found


def incidence(rows: Ints | list[int], columns: Ints | list[int], shape: tuple[int, int]) -> Matrix:
    """A 0/1 CSR matrix of these pairs; pairs that come twice count once. Short indices: half the memory."""
    ones = np.ones(len(rows))
    matrix: Matrix = sparse.coo_array(
        (ones, (np.asarray(rows, np.int32), np.asarray(columns, np.int32))), shape=shape
    ).tocsr()
    matrix.data[:] = 1.0
    matrix.sort_indices()
    return matrix


def row(matrix: Matrix, index: int) -> Ints:
    """The columns that are set in one row."""
    found: Ints = matrix.indices[matrix.indptr[index] : matrix.indptr[index + 1]].astype(np.int64)
    return found


def common(a: Ints, b: Ints) -> Ints:
    """What two sorted lists of rows share; fast where one is much shorter."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not len(short):
        return short
    at = np.minimum(np.searchsorted(long, short), len(long) - 1)
    found: Ints = short[long[at] == short]
    return found
