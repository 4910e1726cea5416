"""What coalition logic looks at, on one day: campaigns, areas, seats, who works on what, and who is tied to whom.

A scene is plain data, read once (``reading.take``). All of ``coalitions`` is functions of a scene, so that *what if*
is nothing but the same functions on ``scene.without(…)``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from lpgraph.coalitions.model import (
    CARE,
    CIRCLE,
    ENDED,
    Area,
    Campaign,
    Expected,
    Involvement,
    KeyCity,
    Member,
    Open,
    Seat,
)
from lpgraph.model import NOWHERE


@dataclass(frozen=True)
class Scene:
    """Everything on one day. Pairs are (lower id, higher id)."""

    day: str
    members: Mapping[str, Member]
    areas: Mapping[str, Area] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    key_cities: tuple[KeyCity, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    seats: tuple[Seat, ...] = ()  # current ones, and those that fell vacant lately
    terms: tuple[Seat, ...] = ()  # all terms, ended and current
    bodies: Mapping[str, frozenset[str]] = field(default_factory=dict)  # body → areas that it governs
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)  # member → areas of their seat or activity
    knows: frozenset[tuple[str, str]] = frozenset()
    introduced: frozenset[tuple[str, str]] = frozenset()
    belongs: frozenset[tuple[str, str]] = frozenset()  # (person, organization)
    meetings: Mapping[str, frozenset[str]] = field(default_factory=dict)  # small recent event → who was there
    event_names: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # (campaign|area) key → measures, newest first
    expected: tuple[Expected, ...] = ()
    open: tuple[Open, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()  # pairs that must not be introduced
    tired: frozenset[str] = frozenset()  # who has made enough introductions this month

    def without(self, gone: Iterable[str]) -> Scene:
        """The same day if these people and organizations were not there; their seats are vacant."""
        out = frozenset(gone)

        def kept(pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
            return frozenset(pair for pair in pairs if out.isdisjoint(pair))

        return replace(
            self,
            members={one: member for one, member in self.members.items() if one not in out},
            involvements=tuple(i for i in self.involvements if i.who not in out),
            seats=tuple(
                replace(seat, person="", start="", end="", said=NOWHERE) if seat.person in out else seat
                for seat in self.seats
                if seat.body not in out
            ),
            bodies={one: areas for one, areas in self.bodies.items() if one not in out},
            where={one: areas for one, areas in self.where.items() if one not in out},
            knows=kept(self.knows),
            introduced=kept(self.introduced),
            belongs=kept(self.belongs),
            meetings={event: who - out for event, who in self.meetings.items()},
            expected=tuple(e for e in self.expected if e.person not in out),
            open=tuple(o for o in self.open if out.isdisjoint((*o.parties, o.broker))),
            apart=kept(self.apart),
        )

    @cached_property
    def inside(self) -> Mapping[str, frozenset[str]]:
        """Area → itself and every area that lies in it, near or far."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.areas:
            for holder in self.around(one):
                found[holder].add(one)
        return {one: frozenset(areas) for one, areas in found.items()}

    def around(self, area: str) -> frozenset[str]:
        """An area and every area in which it lies."""
        found: set[str] = set()
        todo = [area]
        while todo:
            one = todo.pop()
            if one not in found:
                found.add(one)
                todo += self.areas[one].parents if one in self.areas else ()
        return frozenset(found)

    def at(self, area: str) -> frozenset[str]:
        """An area and every area that lies in it."""
        return self.inside.get(area) or frozenset((area,))

    @cached_property
    def reach(self) -> Mapping[str, frozenset[str]]:
        """Member → the areas of which they are: an official of their seat's area and all around it, since a district
        lies in the city; an organization also of all that lies in it, since a union of the state is active in the
        city too (while a legislator of the state is no official of the city)."""
        found: dict[str, frozenset[str]] = {}
        for one, areas in self.where.items():
            if one in self.members:
                near = {far for area in areas for far in self.around(area)}
                if not self.members[one].is_person:
                    near |= {inner for area in areas for inner in self.at(area)}
                found[one] = frozenset(near)
        return found

    @cached_property
    def people_of(self) -> Mapping[str, frozenset[str]]:
        """Organization → the people who belong to it now."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for person, organization in self.belongs:
            found[organization].add(person)
        return {one: frozenset(people) for one, people in found.items()}

    @cached_property
    def events_of(self) -> Mapping[str, frozenset[str]]:
        """Member → small recent events at which they were."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for event, who in self.meetings.items():
            for one in who:
                found[one].add(event)
        return {one: frozenset(events) for one, events in found.items()}

    @cached_property
    def asserted(self) -> Mapping[str, Mapping[str, str]]:
        """Person → who they know or were introduced to, and which of the two."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for how, pairs in (("introduced", self.introduced), ("knows", self.knows)):
            for a, b in pairs:
                found[a][b] = found[b][a] = how
        return found

    @cached_property
    def circles(self) -> Mapping[str, frozenset[str]]:
        """Person → bodies and organizations in which members know each other: not those with a large membership."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for person, organization in self.belongs:
            if len(self.people_of[organization]) <= CIRCLE:
                found[person].add(organization)
        return {one: frozenset(some) for one, some in found.items()}

    def contacts(self, one: str) -> dict[str, str]:
        """Whom somebody could speak to, and how they are tied, the closest kind: see ``HOW``."""
        found: dict[str, str] = {}
        for event in self.events_of.get(one, ()):
            found.update(dict.fromkeys(self.meetings[event], "together"))
        for organization in self.circles.get(one, ()):
            found.update(dict.fromkeys(self.people_of[organization], "belongs"))
        found.update(self.asserted.get(one, {}))
        return {other: how for other, how in found.items() if other != one and other in self.members}

    @cached_property
    def said(self) -> Mapping[tuple[str, str], tuple[Involvement, ...]]:
        """(Campaign, member) → all that was said of their part in it."""
        found: defaultdict[tuple[str, str], list[Involvement]] = defaultdict(list)
        for one in self.involvements:
            if one.who in self.members:
                found[one.campaign, one.who].append(one)
        return {key: tuple(some) for key, some in found.items()}

    @cached_property
    def involved(self) -> Mapping[str, tuple[Involvement, ...]]:
        """Campaign → who works on it, for it or against it, each once with the newest word on where they stand."""
        by_campaign: defaultdict[str, list[Involvement]] = defaultdict(list)
        for (campaign, _), some in self.said.items():
            if (last := newest(some)).stance != ENDED:
                by_campaign[campaign].append(last)
        return {campaign: tuple(some) for campaign, some in by_campaign.items()}

    @cached_property
    def at_work(self) -> Mapping[tuple[str, str], tuple[Involvement, ...]]:
        """(Campaign, area) → who works on it there, for every key city and every area of a member."""
        found: defaultdict[tuple[str, str], list[Involvement]] = defaultdict(list)
        for campaign, some in self.involved.items():
            for one in some:
                for area in self.reach.get(one.who, ()):
                    found[campaign, area].append(one)
        return {key: tuple(some) for key, some in found.items()}

    def selves(self, members: Iterable[str]) -> dict[str, list[str]]:
        """Whoever stands for these members, an organization being itself and its people → which members they are."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in members:
            for own in {one, *self.people_of.get(one, ())}:
                found[own].append(one)
        return found

    def name(self, one: str) -> str:
        """What people call a member, an area or a campaign."""
        for held in (self.members, self.areas, self.campaigns):
            if one in held:
                return held[one].name
        return self.event_names.get(one, one)


def pair(a: str, b: str) -> tuple[str, str]:
    """Two ids in the order in which a scene keeps pairs."""
    return (a, b) if a <= b else (b, a)


def newest(some: Iterable[Involvement]) -> Involvement:
    """One involvement out of all that was said of it: the newest stance; of one load the more careful one."""
    ordered = sorted(some, key=lambda i: (bool(i.stand), i.start, i.seq, CARE[i.vote], i.said.place))
    last = ordered[-1]
    role = last.role or next((i.role for i in reversed(ordered) if i.role), "")
    influence = last.influence or next((i.influence for i in reversed(ordered) if i.influence), "")
    return replace(last, role=role, influence=influence)
