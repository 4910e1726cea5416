"""The index of one snapshot on one day: decayed weights and the walks over them.

A *meeting* is anything that puts people together: an event with at most ``max_event`` attendees, a KNOWS tie (a
meeting of two), a current body or organization small enough that its members know each other (colleagues). Meeting
``e`` weighs ``w_e``; ``a_uz`` is the sum of ``w_e`` over the meetings that u and z share, ``s_u`` the sum of a row, and
``P = a / s`` one step of the walk. Nothing here ever builds the clique of an event: mass is pushed person → meeting →
person and the part that returns to oneself is taken off, which is exact and costs the sum of meeting sizes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import numpy as np
from scipy import sparse

from lpgraph.network.arrays import (
    BODY,
    MEMBERSHIP,
    ORGANIZATION,
    Bools,
    Floats,
    Ints,
    Matrix,
    Snapshot,
    common,
    incidence,
    row,
)
from lpgraph.network.gather import picked, times
from lpgraph.network.likeness import Likeness
from lpgraph.network.meetings import meetings_of

Kept = TypeVar("Kept")
WHOLE = ("walk", "acquainted")  # one value for everybody: only a few are kept
FEW, MANY = 3, 64
RECENT = 90.0  # days in which "seen lately" halves


@dataclass(frozen=True, slots=True)
class Tuning:
    """The numbers of the walk; sources are in ``introductions/weights.py``, where they are set."""

    half_life: float = 180.0
    max_event: int = 500
    tie_max: int = 30
    circle_max: int = 75
    circle_weight: float = 0.5
    knows_fresh: float = 365.0
    undated_age: float = 360.0


class Index:
    """Weights, walks and likeness for one snapshot, seen from one day."""

    def __init__(self, snapshot: Snapshot, tuning: Tuning, day: float) -> None:
        self.snapshot, self.tuning, self.day = snapshot, tuning, day
        self._kinds: dict[str, Bools] = {}
        self._remembered: dict[str, dict[int, Any]] = {}
        past = ~(snapshot.events.day > day)  # an undated event counts as past
        self.decay: Floats = np.where(past, self.aged(snapshot.events.day, tuning.undated_age), 0.0)
        self.past: Bools = past
        self.meetings = meetings_of(self)
        self._back = self.meetings.matrix.T.tocsr()
        count = np.diff(self._back.indptr)
        self.strength: Floats = self.meetings.matrix @ (self.meetings.weight * np.maximum(count - 1, 0))
        self._own: Floats = self.meetings.matrix @ self.meetings.weight

    def aged(self, day: Floats, undated_age: float, fresh: float = 0.0) -> Floats:
        """What is left of something of a day: half of it after each half-life beyond the ``fresh`` days."""
        age = np.where(np.isnan(day), undated_age, self.day - day) - fresh
        decayed: Floats = np.exp2(-np.maximum(age, 0.0) / self.tuning.half_life)
        return decayed

    # --- the walk ---------------------------------------------------------------------------------------------------
    def unit(self, u: int) -> Floats:
        """All mass on one node."""
        x = np.zeros(len(self.snapshot.nodes))
        x[u] = 1.0
        return x

    def weigh(self, x: Floats) -> Floats:
        """``x a``: what ``x`` shares with everybody, not divided, the return to oneself taken off."""
        matrix = self.meetings.matrix
        back = x * self._own
        reached = times(self.meetings.weight * times(x, matrix, self._back), self._back, matrix) - back
        # What remains of a cancelled return is rounding, not a contact.
        reached[reached <= 1e-9 * back] = 0.0
        return reached

    def contacts(self, u: int) -> tuple[Ints, Floats]:
        """``a_uz`` for the z that share a meeting with u: their rows in order, and the amounts."""
        return self.kept(("contacts", u), lambda: self._contacts(u))

    def _contacts(self, u: int) -> tuple[Ints, Floats]:
        mine = row(self.meetings.matrix, u)
        sizes = (self._back.indptr[mine + 1] - self._back.indptr[mine]).astype(np.int64)
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        at = np.repeat(self._back.indptr[mine] - (ends - sizes), sizes) + np.arange(total)
        rows, number = np.unique(self._back.indices[at], return_inverse=True)
        amounts = np.bincount(number, weights=np.repeat(self.meetings.weight[mine], sizes), minlength=len(rows)).astype(
            np.float64
        )
        others = rows != u
        return rows[others].astype(np.int64), amounts[others]

    def together(self, some: Ints, others: Ints) -> Floats:
        """``a`` between a few and a few others, as a dense table; nobody is together with themselves."""
        weighed = self.meetings.matrix[some]
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

    def step(self, x: Floats) -> Floats:
        """``x P``: one step of the walk."""
        divided = np.divide(x, self.strength, out=np.zeros_like(x), where=self.strength > 0)
        return self.weigh(divided)

    # --- events -----------------------------------------------------------------------------------------------------
    @cached_property
    def topics(self) -> Matrix:
        """Groups × events that were about them."""
        about: Matrix = self.snapshot.about.T.tocsr()
        about.sort_indices()
        return about

    @cached_property
    def attendees(self) -> Matrix:
        """Events × nodes, own or through delegates."""
        back: Matrix = self.snapshot.presence.T.tocsr()
        return back

    def met(self, u: int) -> Bools:
        """Who was at an event of at most ``tie_max`` with u."""
        mask = np.zeros(len(self.snapshot.nodes), dtype=bool)
        mine = row(self.snapshot.presence, u)
        for event in mine[(self.snapshot.events.size[mine] <= self.tuning.tie_max) & self.past[mine]]:
            mask[row(self.attendees, int(event))] = True
        mask[u] = False
        return mask

    def shared(self, u: int, v: int) -> Ints:
        """The past events that both attended, by row number."""
        both = common(row(self.snapshot.presence, u), row(self.snapshot.presence, v))
        return both[self.past[both]]

    def big(self, u: int) -> Floats:
        """Sum of ``w_e`` over events shared with u that are too large to count as acquaintance."""
        events = self.snapshot.events
        mine = row(self.snapshot.presence, u)
        mine = mine[(events.size[mine] > self.tuning.tie_max) & self.past[mine]]
        weight = self.decay[mine] / np.sqrt(events.size[mine] - 1)
        total = picked(self.attendees, mine, weight, np.diff(self.attendees.indptr)[mine])
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
        total: Ints = (self.snapshot.presence @ self.past.astype(np.float64)).astype(np.int64)
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
        ties, mask = self.snapshot.knows, np.zeros(len(self.snapshot.nodes), dtype=bool)
        mask[ties.b[ties.a == u]] = True
        mask[ties.a[ties.b == u]] = True
        return mask

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
        snap = self.snapshot
        members = np.diff(snap.belongs.T.tocsr().indptr)
        small = (snap.groups.kinds == ORGANIZATION) & (members <= self.tuning.circle_max)
        kept = (snap.groups.kinds == BODY) | small
        pairs = snap.belongs.tocoo()
        chosen = kept[pairs.col]
        rows, columns = pairs.row[chosen].astype(np.int64), pairs.col[chosen].astype(np.int64)
        themselves = np.flatnonzero(kept & (snap.groups.node >= 0))
        rows = np.concatenate([rows, snap.groups.node[themselves]])
        columns = np.concatenate([columns, themselves])
        matrix = incidence(rows, columns, (len(snap.nodes), len(snap.groups.ids)))
        back: Matrix = matrix.T.tocsr()
        return matrix, back

    def circle_mates(self, u: int) -> Bools:
        """Who sits in a body or organization with u now, and these themselves, whatever their size."""
        mask = np.zeros(len(self.snapshot.nodes), dtype=bool)
        matrix, back = self.circles
        for group in row(matrix, u):
            mask[row(back, int(group))] = True
        for group in row(self.snapshot.belongs, u):
            own = int(self.snapshot.groups.node[group])
            if own >= 0 and self.snapshot.groups.kinds[group] in MEMBERSHIP:
                mask[own] = True
        mine = np.flatnonzero((self.snapshot.groups.node == u) & np.isin(self.snapshot.groups.kinds, MEMBERSHIP))
        for group in mine:
            mask[row(self._members, int(group))] = True
        mask[u] = False
        return mask

    @cached_property
    def _members(self) -> Matrix:
        members: Matrix = self.snapshot.belongs.T.tocsr()
        return members


@lru_cache(maxsize=4)
def index_of(snapshot: Snapshot, tuning: Tuning, day: float) -> Index:
    """The index, kept for the last few (snapshot, day)."""
    return Index(snapshot, tuning, day)
