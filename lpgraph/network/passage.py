"""Where policies stand: measures by city and stage, sponsors, advisers, followers, and how cities compare."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lpgraph.names.stages import Stage, stage_of
from lpgraph.network.days import day_of, is_current
from lpgraph.network.reading import Reads, columns, opposes

ADOPTED, MOVING, INTRODUCED, NOTHING = 3, 2, 1, 0
_RUNGS = {
    Stage.PASSED: ADOPTED, Stage.ENACTED: ADOPTED, Stage.VOTE: MOVING, Stage.COMMITTEE: MOVING,
    Stage.FAILED: NOTHING, Stage.REPEALED: NOTHING,
}  # fmt: skip


def rung(stage: str, result: str = "") -> int:
    """How far a measure is: adopted, moving, introduced (or in words that nobody knows), or nothing when it failed.

    >>> [rung(stage) for stage in ("Enacted (Mayor's Desk)", "passed committee", "introduced", "Failed")]
    [3, 2, 1, 0]
    """
    found = stage_of(stage, result)
    unbegun = found is Stage.UNKNOWN and stage.casefold().strip().startswith("not ")
    return NOTHING if unbegun else _RUNGS.get(found, INTRODUCED)


@dataclass(frozen=True, slots=True)
class City:
    """What is compared of two places."""

    name: str
    state: str
    population: float
    form: str

    def likeness(self, other: City) -> float:
        """1, and a quarter more each for the same state, a size within twice, and the same form of government."""
        alike = 1.0 + 0.25 * bool(self.state and self.state == other.state)
        alike += 0.25 * bool(self.form and self.form.casefold() == other.form.casefold())
        small, large = sorted((self.population, other.population))
        return alike + 0.25 * bool(small > 0 and large <= 2 * small)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure for one policy in one area."""

    id: str
    policy: str
    area: str
    number: str
    url: str
    rung: int
    date: str

    @property
    def day(self) -> float:
        """The day number; the far future when it is not dated."""
        day = day_of(self.date)
        return math.inf if math.isnan(day) else day


@dataclass(frozen=True)
class Passages:
    """All of it, by ids."""

    measures: tuple[Measure, ...] = ()
    sponsors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # measure → person → role
    advisers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # policy → person → legal, fiscal, …
    followers: Mapping[str, frozenset[str]] = field(default_factory=dict)  # who → policies explored or supported
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)  # campaign → policies
    cities: Mapping[str, City] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)  # of policies
    homes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # who → areas

    def best(self, area: str, policy: str) -> Measure | None:
        """The furthest and then earliest measure of a policy in an area."""
        found = [m for m in self.measures if (m.area, m.policy) == (area, policy) and m.rung > NOTHING]
        return min(found, key=lambda m: (-m.rung, m.day, m.id), default=None)


def read_passages(store: Reads, homes: Mapping[str, tuple[str, ...]], on: str) -> Passages:
    """What the store says on a day: later measures and ended interests are left out."""
    names: dict[str, str] = {}
    measures: set[Measure] = set()
    for one, policy, name, number, url, stage, result, date, area, body in columns(store, "network_measures"):
        names[policy] = name
        if (area or body) and (not date or date[:10] <= on[: len(date[:10])]):
            measures.add(Measure(one, policy, area or body, number, url, rung(stage, result), date[:10]))
    advisers: dict[str, dict[str, str]] = defaultdict(dict)
    for who, policy, name, kind, start, end in columns(store, "network_advisers"):
        names.setdefault(policy, name)
        if is_current(start, end, on):
            advisers[policy][who] = kind
    sponsors: dict[str, dict[str, str]] = defaultdict(dict)
    for who, measure, role in columns(store, "network_sponsors"):
        sponsors[measure][who] = role or sponsors[measure].get(who, "")
    about: dict[str, set[str]] = defaultdict(set)
    for campaign, policy in columns(store, "coalition_policies"):
        about[campaign].add(policy)
    return Passages(
        tuple(sorted(measures, key=lambda m: (m.policy, m.area, m.id))),
        dict(sponsors),
        dict(advisers),
        _followers(store, names, about, on),
        {campaign: frozenset(policies) for campaign, policies in about.items()},
        _cities(store),
        names,
        homes,
    )


def _followers(
    store: Reads, names: dict[str, str], about: Mapping[str, set[str]], on: str
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for label in ("Person", "Organization"):
        for who, policy, name, stance, start, end in columns(store, f"network_shared:INTERESTED_IN:{label}:Policy"):
            names.setdefault(policy, name)
            if is_current(start, end, on) and not opposes(stance):
                found[who].add(policy)
        for who, campaign, _, stance, start, end in columns(store, f"network_shared:WORKS_ON:{label}:Campaign"):
            if is_current(start, end, on) and not opposes(stance):
                found[who] |= about.get(campaign, set())
    return {who: frozenset(policies) for who, policies in found.items() if policies}


def _cities(store: Reads) -> dict[str, City]:
    return {
        one: City(name, state.upper(), _number(population), form)
        for one, name, state, population, form in columns(store, "network_cities")
    }


def _number(value: object) -> float:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return 0.0
