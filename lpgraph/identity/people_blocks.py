"""Which records under one key are compared: a bounded number of pairs, however many records there are under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_compare import ELSE, INITIAL, OTHER, UNSAID, family_level, given_level
from lpgraph.identity.people_read import Person

MAX_BLOCK = 400  # an address or a name under more different records than these is nobody's own
MAX_BEARERS = 150  # a name alone says nothing of more different records in one state than these
MAX_NAMES = 1_500  # under one key; of more, only those that begin alike are compared
ALIKE = 12  # records that say the very same: more of them are compared with the first of them alone
Pairs = Iterator[tuple[Person, Person]]


def of_block(kind: str, block: Sequence[Person]) -> Pairs:
    """Those who share enough beside the block's key; names are compared once, not once a pair of their bearers."""
    bearers: defaultdict[PersonName, list[Person]] = defaultdict(list)
    for one in block:
        bearers[one.name].append(one)
    said = {name: _alike(some) for name, some in bearers.items()}
    if kind not in ("kin", "near") and sum(map(len, said.values())) > MAX_BLOCK:
        return
    for x, y in _names(kind, list(said)):
        yield from ((a, b) for a, b in _of_names(said, x, y) if kind != "name" or _one_state(a, b))


def _names(kind: str, names: list[PersonName]) -> Iterator[tuple[PersonName, PersonName]]:
    """The pairs of names whose bearers are compared, each name with itself too."""
    parts: dict[str, list[PersonName]] = {"": names}
    if len(names) > MAX_NAMES:
        parts = defaultdict(list)
        for name in names:
            parts[name.given[0][:2] if name.given else ""].append(name)
    for some in parts.values():
        yield from ((x, y) for at, x in enumerate(some) for y in some[at:] if _worth(kind, x, y))


def _alike(people: Sequence[Person]) -> list[list[Person]]:
    """The records in groups that say the very same; within one they are compared alike with anybody."""
    found: defaultdict[object, list[Person]] = defaultdict(list)
    for one in people:
        found[one.features].append(one)
    return list(found.values())


def _of_names(said: dict[PersonName, list[list[Person]]], x: PersonName, y: PersonName) -> Pairs:
    one, two = said[x], said[y]
    if x is y:
        for some in one:
            yield from combinations(some, 2) if len(some) <= ALIKE else product(some[:1], some[1:])
    groups = _near(one, two, combinations(one, 2) if x is y else product(one, two))
    for some, others in groups:
        if len(some) * len(others) <= ALIKE * ALIKE:
            yield from product(some, others)
        else:
            yield from product(some[:1], others)
            yield from product(some[1:], others[:1])


def _near(
    one: list[list[Person]], two: list[list[Person]], every: Iterator[tuple[list[Person], list[Person]]]
) -> Iterator[tuple[list[Person], list[Person]]]:
    """All the pairs of groups, or of a name with very many bearers those of one place or organization: the name alone
    says nothing of them.
    """
    if len(one) * len(two) <= MAX_BEARERS * MAX_BEARERS:
        yield from every
        return
    for field in ("city", "zip", "organization"):
        places: defaultdict[str, tuple[list[list[Person]], list[list[Person]]]] = defaultdict(lambda: ([], []))
        for at, groups in enumerate((one, two)):
            for some in groups:
                places[getattr(some[0], field)][at].append(some)
        for place, (here, there) in places.items():
            if place and len(here) * len(there) <= MAX_BEARERS * MAX_BEARERS:
                yield from combinations(here, 2) if one is two else product(here, there)


def _one_state(a: Person, b: Person) -> bool:
    return not a.state or not b.state or a.state == b.state


def _worth(kind: str, a: PersonName, b: PersonName) -> bool:
    """Whether what two names share beside the block's key is enough to compare their bearers in earnest."""
    if kind in ("mail", "phone", "name"):
        return True
    given = given_level(a, b)
    if kind == "near":
        return given > INITIAL and family_level(a, b) not in (ELSE, UNSAID)
    return given != OTHER
