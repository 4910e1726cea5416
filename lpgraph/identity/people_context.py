"""What the other records say about a name or an address: how many people seem to bear it. Counts over its own block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import log2

from lpgraph.identity.parse import PersonName, roots
from lpgraph.identity.people_compare import INITIAL, MISSING, ROOT, given_level
from lpgraph.identity.people_read import Person

_LOGS = tuple(round(log2(1 + count), 3) for count in range(256))
MAX_NAMES = 40  # a surname under more first names than these in one state is counted by equal first names only

MOST_NAMES = 200  # and of more than these, only those of one root are looked at


@dataclass(frozen=True, slots=True)
class Company:
    """Of one record: how many different things its name is known with in its state, and whom its addresses serve."""

    records: int
    phones: int
    mails: int
    cities: int
    zips: int
    posts: int
    generations: int
    middles: int
    bearers: int  # first names in the state under this surname that an initial may stand for

    @property
    def logs(self) -> tuple[float, ...]:
        """The counts, as the model sees them."""
        counts = (self.records, self.phones, self.mails, self.cities, self.zips, self.posts)
        return tuple(_LOGS[min(c, 255)] for c in (*counts, self.generations, self.middles, self.bearers))


def kin(person: Person) -> tuple[str, str]:
    """The block whose records are counted: a surname in a state."""
    return person.family, person.state


class Companies:
    """The company of records, counted when it is asked for; of one it depends on those of its surname and state."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._blocks: defaultdict[tuple[str, str], defaultdict[PersonName, list[Person]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for person in people:
            self._blocks[kin(person)][person.name].append(person)
        self._told: dict[tuple[tuple[str, str], PersonName], Company] = {}
        self._many: dict[tuple[str, str], _Many] = {}

    def of(self, person: Person) -> Company:
        """Of one of the people."""
        block = self._blocks[kin(person)]
        if len(block) > MOST_NAMES:
            return self._of_many(person)
        asked = (kin(person), person.name)
        if asked not in self._told:
            self._told[asked] = _company(person.name, block)
        return self._told[asked]

    def _of_many(self, person: Person) -> Company:
        """Of one whose surname very many in the state have: only those are looked at whose first name is of one root,
        and all of one first name are told the same."""
        own = kin(person)
        if own not in self._many:
            self._many[own] = _Many(self._blocks[own])
        return self._many[own].of(person.name)


class _Many:
    """Those of one surname in one state, by the roots of their first names."""

    def __init__(self, names: dict[PersonName, list[Person]]) -> None:
        self._names = names
        self._roots: defaultdict[str, dict[PersonName, None]] = defaultdict(dict)
        self._letters: defaultdict[str, set[str]] = defaultdict(set)
        for name in names:
            for form in _full(name):
                for root in roots(form):
                    self._roots[root][name] = None
            if name.given and len(name.given[0]) > 1:
                self._letters[name.given[0][0]].add(name.given[0])
        self._told: dict[tuple[str, ...], Company] = {}

    def of(self, name: PersonName) -> Company:
        """Of one of the names."""
        full = _full(name)
        asked = full or name.given[:1]
        if asked not in self._told:
            near = {other: None for form in full for root in roots(form) for other in self._roots[root]}
            first = {other.given[0] for other in near if len(other.given[0]) > 1}
            told = first if full or not name.given else self._letters[name.given[0][0]]
            self._told[asked] = _counted([person for other in near for person in self._names[other]], len(told))
        return self._told[asked]


def _full(name: PersonName) -> tuple[str, ...]:
    return tuple(form for form in name.given if len(form) > 1)


def counted_anew(people: Iterable[Person], changed: Collection[str]) -> set[str]:
    """The keys of those whose surname has just so many names in the state that these, which are new or about to go,
    change how it is counted."""
    blocks: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        blocks[kin(person)].append(person)
    found: set[str] = set()
    for block in blocks.values():
        stay = {person.name for person in block if person.key not in changed}
        if len(stay) <= MOST_NAMES < len({person.name for person in block}):
            found |= {person.key for person in block}
    return found


def sways(a: Person, b: Person) -> bool:
    """Whether it changes how likely matches of one are, that the other is there: it is counted in its company."""
    if kin(a) == kin(b) and given_level(a.name, b.name) >= INITIAL:
        return True
    return not (a.emails | a.boxes | a.phones).isdisjoint(b.emails | b.boxes | b.phones)


def _company(name: PersonName, names: dict[PersonName, list[Person]]) -> Company:
    levels = {other: given_level(name, other) for other in names}
    near = [person for other, level in levels.items() if level >= ROOT for person in names[other]]
    full = {other.given[0] for other, level in levels.items() if level >= INITIAL and len(other.given[0]) > 1}
    return _counted(near, len(full))


def _counted(near: list[Person], bearers: int) -> Company:
    return Company(
        records=len(near),
        phones=len({phone for person in near for phone in person.phones}),
        mails=len({mail for person in near for mail in person.emails | person.boxes}),
        cities=len({person.city for person in near} - {""}),
        zips=len({person.zip for person in near} - {""}),
        posts=len({person.post for person in near} - {""}),
        generations=len({person.name.generation for person in near} - {0}),
        middles=len({person.name.middle[0][0] for person in near if person.name.middle}),
        bearers=bearers,
    )


def users(people: Iterable[Person]) -> dict[str, int]:
    """Address → under how many different names it is used: one name written in several ways counts once."""
    names: defaultdict[str, set[PersonName]] = defaultdict(set)
    for person in people:
        for address in (*person.emails, *person.boxes, *person.phones):
            names[address].add(person.name)
    return {address: _different(found) for address, found in names.items()}


def _different(names: set[PersonName]) -> int:
    if len(names) == 1 or len(names) > MAX_NAMES:
        return len(names)
    kept: list[PersonName] = []
    for name in sorted(names, key=lambda n: (n.given, n.middle, n.family, n.generation)):
        if not any(given_level(name, other) >= MISSING and _akin(name, other) for other in kept):
            kept.append(name)
    return len(kept)


def _akin(a: PersonName, b: PersonName) -> bool:
    if not a.family or not b.family:
        return True
    return a.family[-1][0] == b.family[-1][0] or bool(set(a.family) & set(b.family))
