"""Whether two groups of records contradict each other: the one rule that nothing but a person's answer may overrule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from lpgraph.identity.organizations_read import OrganizationCard, facets
from lpgraph.identity.organizations_read import read as read_organization
from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_compare import contradicts
from lpgraph.identity.people_read import PersonCard
from lpgraph.identity.people_read import read as read_person

SEVERAL = 4  # so many pairs of records a join must bring about before addresses of their own speak against it
PLACE = ("state", "city")  # a registry's number may bring two places together (an office that moved), nothing else


class People:
    """Two groups contradict when any two of their names do, unless they share an id that holds across sources.

    Two ids of one provider say nothing against it: providers give one person several.
    """

    def __init__(self, card: Callable[[str], PersonCard]) -> None:
        self._card = card
        self._names: dict[str, PersonName] = {}

    def __call__(self, a: list[str], b: list[str]) -> bool:
        """A function of what the records of both groups say; ``a`` and ``b`` are their keys."""
        if not _ids(self._card, a).isdisjoint(_ids(self._card, b)):
            return False
        names_a, names_b = ({self._name(key) for key in some} for some in (a, b))
        return any(contradicts(x, y) for x in names_a for y in names_b)

    def strangers(self, a: list[str], b: list[str]) -> bool:
        """Whether both groups have e-mail addresses, or both have phones, and none in common; of single records a
        second address is nothing strange, unless it is in another town.
        """
        towns = [{read_person(self._card(key)).city for key in some} - {""} for some in (a, b)]
        if len(a) * len(b) < SEVERAL and not (all(towns) and towns[0].isdisjoint(towns[1])):
            return False
        for kind in ("emails", "phones"):
            one, two = ({at for key in some for at in getattr(read_person(self._card(key)), kind)} for some in (a, b))
            if one and two and one.isdisjoint(two):
                return True
        return False

    def _name(self, key: str) -> PersonName:
        if key not in self._names:
            self._names[key] = read_person(self._card(key)).name
        return self._names[key]


class Organizations:
    """Two groups contradict when they answer one facet (local, numbers, EIN, file number, place) differently.

    An id in common bends the place alone: an office may have moved, but two locals or chapters are never one.
    """

    def __init__(self, card: Callable[[str], OrganizationCard], ids: Callable[[str], Iterable[str]]) -> None:
        self._card, self._ids = card, ids
        self._facets: dict[str, dict[str, str]] = {}

    def __call__(self, a: list[str], b: list[str]) -> bool:
        """A function of what the records of both groups say; ``a`` and ``b`` are their keys."""
        shared = {one for key in a for one in self._ids(key)} & {one for key in b for one in self._ids(key)}
        return differ(self._told(a), self._told(b), by_id=bool(shared))

    def _told(self, keys: list[str]) -> defaultdict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            if key not in self._facets:
                self._facets[key] = facets(read_organization(self._card(key)))
            for kind, value in self._facets[key].items():
                found[kind].add(value)
        return found


def differ(a: Mapping[str, set[str]], b: Mapping[str, set[str]], *, by_id: bool) -> bool:
    """Whether two groups of organizations' records answer a facet differently; ``by_id``: they share a number."""
    bending = PLACE if by_id else ()
    return any(kind in b and values.isdisjoint(b[kind]) for kind, values in a.items() if kind not in bending)


def _ids(card: Callable[[str], PersonCard], keys: list[str]) -> set[str]:
    return {one for key in keys for one in card(key).ids}
