"""The policy term: who went first on what one explores, and who can advise on it. Needs no shared event.

A measure speaks for somebody when it is *further* than what one's own city has: its sponsors most, then whoever sits
in that city's body. Same state, similar size and the same form of government add. Advisers on the policy count too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lpgraph.network.arrays import Floats, Snapshot
from lpgraph.network.passage import ADOPTED, Measure, Passages

OWN, CITY = 1.0, 0.6  # one explores or sponsors it oneself; only one's city has a measure
SPONSOR, COSPONSOR, COLLEAGUE, ADVISER = 1.0, 0.7, 0.35, 0.8
PENDING = 0.4  # further than one's own city, but not adopted


@dataclass(frozen=True, slots=True)
class Ahead:
    """Why a policy speaks for somebody: the measure there and what is here, or advice (no measure)."""

    value: float
    policy: str
    part: str  # sponsor, colleague, adviser
    there: Measure | None = None
    here: Measure | None = None


class PolicyTerm:
    """The policy term of one u; ``only`` narrows it to one policy, which u is then taken to explore."""

    def __init__(self, snapshot: Snapshot, who: str, only: str | None = None) -> None:
        self.snapshot, self.passages, self.who = snapshot, snapshot.passages, who
        self.homes = self.passages.homes.get(who, ())
        self.wanted = {only: OWN} if only else _wanted(self.passages, who, self.homes)

    @cached_property
    def ahead(self) -> dict[str, Ahead]:
        """The strongest thing that a policy says for each one, by id."""
        found: dict[str, Ahead] = {}
        for policy, weight in sorted(self.wanted.items()):
            here = self._here(policy)
            for measure in self.passages.measures:
                if measure.policy == policy and measure.area not in self.homes:
                    self._measure(found, weight, here, measure)
            for who in self.passages.advisers.get(policy, ()):
                self._add(found, who, Ahead(weight * ADVISER, policy, "adviser"))
        found.pop(self.who, None)
        return found

    @cached_property
    def values(self) -> Floats:
        """The term for everybody, by row."""
        return self._spread(self.ahead)

    @cached_property
    def advice(self) -> Floats:
        """The same for advisers alone."""
        return self._spread({who: why for who, why in self.ahead.items() if why.part == "adviser"})

    def _spread(self, found: dict[str, Ahead]) -> Floats:
        whole = np.zeros(len(self.snapshot.nodes))
        for who, why in found.items():
            if who in self.snapshot.nodes.position:
                whole[self.snapshot.nodes.position[who]] = why.value
        return whole

    def _here(self, policy: str) -> Measure | None:
        own = [m for area in self.homes if (m := self.passages.best(area, policy))]
        return min(own, key=lambda m: (-m.rung, m.day, m.id), default=None)

    def _measure(self, found: dict[str, Ahead], weight: float, here: Measure | None, there: Measure) -> None:
        mine = here.rung if here else 0
        earlier = here is not None and there.rung == mine == ADOPTED and there.day < here.day
        if there.rung <= mine and not earlier:
            return
        value = weight * (1.0 if there.rung == ADOPTED and not earlier else PENDING) * self._alike(there.area)
        sponsors = self.passages.sponsors.get(there.id, {})
        for who, role in sponsors.items():
            part = COSPONSOR if role.casefold().startswith("co") else SPONSOR
            self._add(found, who, Ahead(value * part, there.policy, "sponsor", there, here))
        for who in self._sitting.get(there.area, ()):
            if who not in sponsors:
                self._add(found, who, Ahead(value * COLLEAGUE, there.policy, "colleague", there, here))

    def _alike(self, area: str) -> float:
        cities = self.passages.cities
        return max(
            (cities[area].likeness(cities[h]) for h in self.homes if h in cities and area in cities), default=1.0
        )

    @property
    def _sitting(self) -> dict[str, list[str]]:
        return self.snapshot.sitting

    @staticmethod
    def _add(found: dict[str, Ahead], who: str, why: Ahead) -> None:
        if who not in found or found[who].value < why.value:
            found[who] = why


def _wanted(passages: Passages, who: str, homes: tuple[str, ...]) -> dict[str, float]:
    """The policies that one explores, supports or has introduced, and those that one's city has a measure of."""
    wanted = {m.policy: CITY for m in passages.measures if m.area in homes}
    for measure in passages.measures:
        if who in passages.sponsors.get(measure.id, ()):
            wanted[measure.policy] = OWN
    wanted.update(dict.fromkeys(passages.followers.get(who, ()), OWN))
    return wanted
