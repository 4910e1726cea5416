"""Whether two groups of records contradict each other: the one rule that nothing but a person's answer may overrule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lpgraph.identity.organizations_read import OrganizationCard, facets
from lpgraph.identity.organizations_read import read as read_organization
from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_compare import contradicts
from lpgraph.identity.people_house import couple
from lpgraph.identity.people_read import PersonCard
from lpgraph.identity.people_read import read as read_person

SEVERAL = 4  # so many pairs of records a join must bring about before addresses of their own speak against it
PLACE = ("state", "city")  # a registry's number may bring two places together (an office that moved), nothing else


@dataclass(slots=True)
class _Said:
    """What the first ``count`` records of a group say, each thing once."""

    count: int = 0
    last: str = ""
    names: set[PersonName] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    boxes: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)


class People:
    """Two groups contradict when any two of their names do, unless they share an id that holds across sources.

    Two ids of one provider say nothing against it: providers give one person several.
    """

    def __init__(self, card: Callable[[str], PersonCard]) -> None:
        self._card = card
        self._told: dict[str, _Said] = {}

    def __call__(self, a: list[str], b: list[str]) -> bool:
        """A function of what the records of both groups say; ``a`` and ``b`` are their keys."""
        one, two = self._said(a), self._said(b)
        mails = one.emails & two.emails
        house = bool(mails or one.phones & two.phones or one.boxes & two.boxes)
        return one.ids.isdisjoint(two.ids) and any(
            contradicts(x, y) or (house and couple(x, y, mails)) for x in one.names for y in two.names
        )

    def strangers(self, a: list[str], b: list[str]) -> bool:
        """Whether both groups have e-mail addresses, or both have phones, and none in common; of single records a
        second address is nothing strange, unless it is in another town.
        """
        one, two = self._said(a), self._said(b)
        if len(a) * len(b) < SEVERAL and not (one.towns and two.towns and one.towns.isdisjoint(two.towns)):
            return False
        return any(x and y and x.isdisjoint(y) for x, y in ((one.emails, two.emails), (one.phones, two.phones)))

    def _said(self, keys: list[str]) -> _Said:
        """Of a group, which only ever grows at its end: what it said before is not read again."""
        said = self._told.get(keys[0])
        if said is None or said.count > len(keys) or keys[said.count - 1] != said.last:
            said = self._told[keys[0]] = _Said()
        for key in keys[said.count :]:
            card = self._card(key)
            one = read_person(card)
            said.names.add(one.name)
            said.ids.update(card.ids)
            said.towns.update({one.city} - {""})
            said.emails |= one.emails
            said.boxes |= one.boxes
            said.phones |= one.phones
        said.count, said.last = len(keys), keys[-1]
        return said


@dataclass(slots=True)
class _Facets:
    """What the first ``count`` records of a group say, each thing once."""

    count: int = 0
    last: str = ""
    ids: set[str] = field(default_factory=set)
    said: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class Organizations:
    """Two groups contradict when they answer one facet (local, numbers, EIN, file number, place) differently.

    An id in common bends the place alone: an office may have moved, but two locals or chapters are never one.
    """

    def __init__(self, card: Callable[[str], OrganizationCard], ids: Callable[[str], Iterable[str]]) -> None:
        self._card, self._ids = card, ids
        self._grown: dict[str, _Facets] = {}

    def __call__(self, a: list[str], b: list[str]) -> bool:
        """A function of what the records of both groups say; ``a`` and ``b`` are their keys."""
        one, two = self._told(a), self._told(b)
        return differ(one.said, two.said, by_id=not one.ids.isdisjoint(two.ids))

    def _told(self, keys: list[str]) -> _Facets:
        """Of a group, which only ever grows at its end: what it said before is not read again."""
        told = self._grown.get(keys[0])
        if told is None or told.count > len(keys) or keys[told.count - 1] != told.last:
            told = self._grown[keys[0]] = _Facets()
        for key in keys[told.count :]:
            told.ids.update(self._ids(key))
            for kind, value in facets(read_organization(self._card(key))).items():
                told.said[kind].add(value)
        told.count, told.last = len(keys), keys[-1]
        return told


def differ(a: Mapping[str, set[str]], b: Mapping[str, set[str]], *, by_id: bool) -> bool:
    """Whether two groups of organizations' records answer a facet differently; ``by_id``: they share a number."""
    bending = PLACE if by_id else ()
    return any(kind in b and values.isdisjoint(b[kind]) for kind, values in a.items() if kind not in bending)
