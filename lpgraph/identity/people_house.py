"""Who may live in one house: the address that two records share says little when their first names are two people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_compare import (
    ELSE,
    INITIAL,
    contradicts,
    family_level,
    given_level,
    named_by,
    two_owns,
    two_shorts,
)
from lpgraph.identity.people_read import Person

MOST = 40  # an address under more names than these is an office's


def loose(a: Person, b: Person) -> bool:
    """Whether their first names may be one person's, and are rather two people's: Ellen and Helen, Ted and Ned."""
    return two_owns(a.name, b.name) or two_shorts(a.name, b.name)


def couple(a: PersonName, b: PersonName, mails: Iterable[str]) -> bool:
    """Whether first names that are as a rule two people's meet at an address that says nothing of the one: ``mails``
    are the e-mail addresses that are both's."""
    return two_owns(a, b) and not _own(mails, a, b)


def _own(mails: Iterable[str], a: PersonName, b: PersonName) -> bool:
    return any(named_by(mail, name) for mail in mails for name in (a, b))


def _shared(a: Person, b: Person) -> frozenset[str]:
    return (a.emails & b.emails) | (a.boxes & b.boxes) | (a.phones & b.phones)


class Housemates:
    """The names at every address, to see whom an initial there may stand for."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._at: defaultdict[str, set[PersonName]] = defaultdict(set)
        for one in people:
            for address in (*one.emails, *one.boxes, *one.phones):
                self._at[address].add(one.name)
        self._told: dict[tuple[str, PersonName], bool] = {}

    def either(self, a: Person, b: Person) -> bool:
        """Whether the address of two records may be a house's, and they two who live there: their first names are
        rather two people's, or the one is an initial that fits two others."""
        shared = _shared(a, b)
        if not shared:
            return False
        if loose(a, b):
            return not _own(a.emails & b.emails, a.name, b.name)
        if given_level(a.name, b.name) != INITIAL:
            return False
        return any(self._open(address, one.name) for address in shared for one in (a, b) if not one.given)

    def _open(self, address: str, name: PersonName) -> bool:
        """Whether the initial of a name stands for two people at this address."""
        asked = (address, name)
        if asked not in self._told:
            fit = [
                other
                for other in self._at[address]
                if given_level(name, other) == INITIAL and len(other.given[0]) > 1 and family_level(name, other) != ELSE
            ] if len(self._at[address]) <= MOST else []  # fmt: skip
            self._told[asked] = any(contradicts(x, y) or two_owns(x, y) for at, x in enumerate(fit) for y in fit[at:])
        return self._told[asked]
