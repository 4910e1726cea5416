"""What the other records say about a name or an address: how many people seem to bear it. Counts over its own block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_compare import INITIAL, MISSING, ROOT, given_level
from lpgraph.identity.people_read import Person

_LOGS = tuple(round(log2(1 + count), 3) for count in range(256))
MAX_NAMES = 40  # a surname under more first names than these in one state is counted by equal first names only

MOST_NAMES = 1_500  # and of more than these, only those that begin alike are looked at


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

    def of(self, person: Person) -> Company:
        """Of one of the people."""
        asked = (kin(person), person.name)
        if asked not in self._told:
            self._told[asked] = _company(person.name, self._blocks[asked[0]])
        return self._told[asked]


def sways(a: Person, b: Person) -> bool:
    """Whether it changes how likely matches of one are, that the other is there: it is counted in its company."""
    if kin(a) == kin(b) and given_level(a.name, b.name) >= INITIAL:
        return True
    return not (a.emails | a.boxes | a.phones).isdisjoint(b.emails | b.boxes | b.phones)


def _company(name: PersonName, names: dict[PersonName, list[Person]]) -> Company:
    begin = _begin(name) if len(names) > MOST_NAMES else None
    levels = {other: given_level(name, other) for other in names if begin is None or _begin(other) == begin}
    near = [person for other, level in levels.items() if level >= ROOT for person in names[other]]
    full = {other.given[0] for other, level in levels.items() if level >= INITIAL and len(other.given[0]) > 1}
    return Company(
        records=len(near),
        phones=len({phone for person in near for phone in person.phones}),
        mails=len({mail for person in near for mail in person.emails | person.boxes}),
        cities=len({person.city for person in near} - {""}),
        zips=len({person.zip for person in near} - {""}),
        posts=len({person.post for person in near} - {""}),
        generations=len({person.name.generation for person in near} - {0}),
        middles=len({person.name.middle[0][0] for person in near if person.name.middle}),
        bearers=len(full),
    )


def _begin(name: PersonName) -> str:
    return name.given[0][:2] if name.given else ""


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
