"""The index of one snapshot on one day: decayed weights and the walks over them.

A *meeting* is anything that puts people together: an event with at most ``max_event`` attendees, a KNOWS tie (a
meeting of two), a current body or organization small enough that its members know each other (colleagues). Meeting
``e`` weighs ``w_e``; ``a_uz`` is the sum of ``w_e`` over the meetings that u and z share, ``s_u`` the sum of a row, and
``P = a / s`` one step of the walk. Nothing here ever builds the clique of an event: mass is pushed person → meeting →
person and the part that returns to oneself is taken off, which is exact and costs the sum of meeting sizes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import numpy as np
from scipy import sparse

from lpgraph.network.arrays import MEMBERSHIP, Bools, Floats, Ints, Matrix, Snapshot, incidence, row
from lpgraph.network.gather import carried, columns_of, inside, small
from lpgraph.network.likeness import Likeness
from lpgraph.network.meetings import Tuning, circles_of, meetings_of

Kept = TypeVar("Kept")
WHOLE = ("walk", "acquainted")  # one value for everybody: only a few are kept
FEW, MANY = 3, 256
RECENT = 90.0  # days in which "seen lately" halves


class Index:
    """Weights, walks and likeness for one snapshot, seen from one day."""

    def __init__(self, snapshot: Snapshot, tuning: Tuning, day: float) -> None:
        self.snapshot, self.tuning, self.day = snapshot, tuning, day
        self._kinds: dict[str, Bools] = {}
        self._remembered: dict[str, dict[int, Any]] = {}
        past = ~(snapshot.events.day > day)  # an undated event counts as past
        self.decay: Floats = np.where(past, self.aged(snapshot.events.day, tuning.undated_age), 0.0)
        self.past: Bools = past
        self.meetings = meetings_of(snapshot, tuning, day, self.decay, past, self.circles[1])
        count = np.diff(self.meetings.back.indptr)
        self.strength: Floats = self.meetings.matrix @ (self.meetings.weight * np.maximum(count - 1, 0))
        self._own: Floats = self.meetings.matrix @ self.meetings.weight

    def aged(self, day: Floats, undated_age: float) -> Floats:
        """What is left of something of a day."""
        return self.tuning.aged(day, self.day, undated_age)

    # --- the walk ---------------------------------------------------------------------------------------------------
    def weigh(self, rows: Ints, amounts: Floats) -> Floats:
        """``x a`` for an x with these amounts: what it shares with everybody, the return to oneself taken off."""
        meetings = self.meetings
        mass = carried(meetings.matrix, rows, amounts)
        on = np.flatnonzero(mass > 0.0)
        reached = carried(meetings.back, on, meetings.weight[on] * mass[on])
        back = amounts * self._own[rows]
        left = reached[rows] - back
        # What remains of a cancelled return is rounding, not a contact.
        reached[rows] = np.where(left <= 1e-9 * back, 0.0, left)
        return reached

    def step(self, rows: Ints, amounts: Floats) -> Floats:
        """``x P`` for an x with these amounts: one step of the walk."""
        going = self.strength[rows] > 0
        rows = rows[going]
        return self.weigh(rows, amounts[going] / self.strength[rows])

    def step_from(self, u: int) -> Floats:
        """One step of all mass from one node."""
        return self.step(np.array([u]), np.ones(1))

    def contacts(self, u: int) -> tuple[Ints, Floats]:
        """``a_uz`` for the z that share a meeting with u: their rows in order, and the amounts."""
        return self.kept(("contacts", u), lambda: self._contacts(u))

    def _contacts(self, u: int) -> tuple[Ints, Floats]:
        mine = row(self.meetings.matrix, u)
        back = self.meetings.back
        rows, number = np.unique(columns_of(back, mine), return_inverse=True)
        weights = np.repeat(self.meetings.weight[mine], back.indptr[mine + 1] - back.indptr[mine])
        amounts = np.bincount(number, weights=weights, minlength=len(rows)).astype(np.float64)
        others = rows != u
        return rows[others].astype(np.int64), amounts[others]

    def together(self, some: Ints, others: Ints) -> Floats:
        """``a`` between a few and a few others, as a dense table; nobody is together with themselves."""
        weighed = self.meetings.matrix[some].astype(np.float64)
        weighed.data *= self.meetings.weight[weighed.indices]
        table: Floats = (weighed @ self.meetings.matrix[others].T).toarray()
        table[some[:, None] == others[None, :]] = 0.0
        return table

    def kept(self, key: tuple[str, int], make: Callable[[], Kept]) -> Kept:
        """What ``make`` gives, remembered for the last few: a list asks for the same people again and again."""
        mine = self._remembered.setdefault(key[0], {})
        if key[1] not in mine:
            if len(mine) >= (FEW if key[0] in WHOLE else MANY):
                mine.pop(next(iter(mine)))
            mine[key[1]] = make()
        found: Kept = mine[key[1]]
        return found

    # --- events -----------------------------------------------------------------------------------------------------
    @cached_property
    def topics(self) -> Matrix:
        """Groups × events that were about them."""
        about = small(self.snapshot.about.T.tocsr())
        about.sort_indices()
        return about

    @cached_property
    def attendees(self) -> Matrix:
        """Events × nodes, own or through delegates."""
        return small(self.snapshot.presence.T.tocsr())

    def met(self, u: int) -> Bools:
        """Who was at an event of at most ``tie_max`` with u."""
        return self._mask(u, self._met(u))

    def _met(self, u: int) -> Ints:
        mine = row(self.snapshot.presence, u)
        mine = mine[(self.snapshot.events.size[mine] <= self.tuning.tie_max) & self.past[mine]]
        return columns_of(self.attendees, mine)

    def _mask(self, u: int, rows: Ints) -> Bools:
        mask = np.zeros(len(self.snapshot.nodes), dtype=bool)
        mask[rows] = True
        mask[u] = False
        return mask

    def shared(self, u: int, v: int) -> Ints:
        """The past events that both attended, by row number."""
        presence = self.snapshot.presence
        both = inside(presence, v, row(presence, u))
        return both[self.past[both]]

    def latest_about(self, u: int, group: int, count: int) -> list[int]:
        """The latest past events of u that were about a group."""
        found = inside(self.topics, group, row(self.snapshot.presence, u))
        found = found[self.past[found]]
        days = np.nan_to_num(self.snapshot.events.day[found]) if len(found) > 1 else found
        return [int(e) for e in found[np.lexsort((found, -days))[:count]]]

    def big(self, u: int) -> Floats:
        """Sum of ``w_e`` over events shared with u that are too large to count as acquaintance."""
        events = self.snapshot.events
        mine = row(self.snapshot.presence, u)
        mine = mine[(events.size[mine] > self.tuning.tie_max) & self.past[mine]]
        weight = self.decay[mine] / np.sqrt(events.size[mine] - 1)
        total = carried(self.attendees, mine, weight)
        total[u] = 0.0
        return total

    @cached_property
    def activity(self) -> Floats:
        """Decayed number of events attended."""
        total: Floats = self.snapshot.presence @ self.decay
        return total

    @cached_property
    def event_count(self) -> Ints:
        """Past events attended, not decayed."""
        total: Ints = (self.snapshot.presence @ self.past.astype(np.float64)).astype(np.int32)
        return total

    @cached_property
    def recent(self) -> Floats:
        """``2^(-days / 90)`` since each one's latest past event; zero for whoever was at none with a date."""
        seen = self.snapshot.presence.tocoo()
        days = np.where(self.past, self.snapshot.events.day, np.nan)[seen.col]
        dated = ~np.isnan(days)
        last = np.full(len(self.snapshot.nodes), -np.inf)
        np.maximum.at(last, seen.row[dated], days[dated])
        found: Floats = np.exp2(-(self.day - last) / RECENT)
        return found

    def of_kind(self, kind: str) -> Bools:
        """Which nodes are of a kind; asked often, so kept."""
        if kind not in self._kinds:
            self._kinds[kind] = self.snapshot.nodes.kinds == kind
        return self._kinds[kind]

    def knows(self, u: int) -> Bools:
        """Who is known to know u, either way round."""
        return self._mask(u, self.known(u))

    def known(self, u: int) -> Ints:
        """The same as rows, in order."""
        starts, others = self._ties
        found: Ints = others[starts[u] : starts[u + 1]]
        return found

    @cached_property
    def _ties(self) -> tuple[Ints, Ints]:
        """Of each node where its ties begin, and who is at their other ends."""
        ties = self.snapshot.knows
        ends = incidence(
            np.concatenate([ties.a, ties.b]), np.concatenate([ties.b, ties.a]), (len(self.snapshot.nodes),) * 2
        )
        return ends.indptr.astype(np.int64), ends.indices.astype(np.int64)

    def acquaintances(self, u: int) -> Ints:
        """Who knows u, sits with u, or met u at a small event: rows in order."""
        return self.kept(("acquaintances", u), lambda: self._acquaintances(u))

    def _acquaintances(self, u: int) -> Ints:
        near = np.unique(np.concatenate([self.known(u), self._mates(u), self._met(u)])).astype(np.int64)
        found: Ints = near[near != u]
        return found

    # --- what is shared ---------------------------------------------------------------------------------------------
    @property
    def shares(self) -> Matrix:
        """``c``: nodes × groups, decayed counts (current memberships count one)."""
        snap = self.snapshot
        attended = (snap.presence @ sparse.diags_array(self.decay)).tocsr()
        total = snap.belongs + attended @ snap.about
        if len(snap.tags.node):
            held = snap.tags.day <= self.day
            counts = self.aged(snap.tags.day, self.tuning.undated_age)[held]
            where = (snap.tags.node[held], snap.tags.group[held])
            total = total + sparse.coo_array((counts, where), shape=total.shape).tocsr()
        shares: Matrix = total.tocsr()
        shares.eliminate_zeros()
        shares.sort_indices()
        return shares

    @cached_property
    def likeness(self) -> Likeness:
        """Groups, issues and words that two share."""
        return Likeness(self.shares, self.snapshot.groups.kinds)

    # --- circles ----------------------------------------------------------------------------------------------------
    @cached_property
    def circles(self) -> tuple[Matrix, Matrix]:
        """Nodes × groups and its transpose: bodies, and organizations of at most ``circle_max`` current members."""
        return circles_of(self.snapshot, self.tuning.circle_max)

    def circle_mates(self, u: int) -> Bools:
        """Who sits in a body or organization with u now, and these themselves, whatever their size."""
        return self._mask(u, self._mates(u))

    def _mates(self, u: int) -> Ints:
        (matrix, back), mine = self.circles, row(self.snapshot.belongs, u)
        own = self._themselves[mine]
        members = columns_of(self._members, np.array(self._groups_of.get(u, ()), dtype=np.int64))
        return np.concatenate([columns_of(back, row(matrix, u)), own[own >= 0], members])

    @cached_property
    def _themselves(self) -> Ints:
        """The node that each group is, where it is one that people belong to; else -1."""
        groups = self.snapshot.groups
        found: Ints = np.where(np.isin(groups.kinds, MEMBERSHIP), groups.node, -1)
        return found

    @cached_property
    def _groups_of(self) -> dict[int, list[int]]:
        """The groups that a node is itself."""
        found: dict[int, list[int]] = {}
        for group in np.flatnonzero(self._themselves >= 0).tolist():
            found.setdefault(int(self._themselves[group]), []).append(group)
        return found

    @cached_property
    def _members(self) -> Matrix:
        return small(self.snapshot.belongs.T.tocsr())


@lru_cache(maxsize=4)
def index_of(snapshot: Snapshot, tuning: Tuning, day: float) -> Index:
    """The index, kept for the last few (snapshot, day)."""
    return Index(snapshot, tuning, day)
