"""Which records are compared: a bounded number of pairs, however many records there are under one key.

Whether two are compared depends on what they say, and on how many different records share what they share: under a key
of few all of them are compared; under one of many those alone that have more in common (a first name that fits, a
place). That is a function of the set of records; ``crowded`` says whose pairs are others when some come or go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

from lpgraph.identity.parse import roots
from lpgraph.identity.people_compare import ELSE, INITIAL, OTHER, UNSAID, family_level, given_level
from lpgraph.identity.people_read import Person

MAX_BLOCK = 100  # different records under one key that are compared each with each
ALIKE = 12  # records that say the very same: more of them are compared with the first of them alone
SHORT = 4  # letters of a name that a slip of the pen may be in
Group = list[Person]  # records that say the very same: they are compared alike with anybody
Pairs = Iterator[tuple[Person, Person]]


def pairs_of(
    people: Sequence[Person],
    keys: Callable[[Person], tuple[str, ...]],
    only: Collection[str] | None = None,
    tell: Callable[[float], None] = lambda _share: None,
) -> Pairs:
    """Each pair that is worth comparing, once; of which one has a key of ``only``, if that is given.

    ``tell`` is told how much is done, from 0 to 1.
    """
    groups = _alike(people)
    wanted = None if only is None else [any(one.key in only for one in some) for some in groups]
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(groups):
        for key in (own := keys(some[0])):
            blocks[key].append(at)
        if own and (wanted is None or wanted[at]):
            yield from _within(some)
    seen: set[int] = set()
    every, done = sum(map(len, blocks.values())), 0
    for key, block in sorted(blocks.items()):
        kind = key.partition(":")[0]
        for cell in _cells(kind, block, groups) if wanted is None or any(wanted[at] for at in block) else ():
            for x, y in combinations(cell, 2):
                pair = x * len(groups) + y
                if pair in seen or not (wanted is None or wanted[x] or wanted[y]):
                    continue
                if _worth(kind, groups[x][0], groups[y][0]):
                    seen.add(pair)
                    yield from _between(groups[x], groups[y])
        done += len(block)
        tell(done / every)


def crowded(people: Sequence[Person], keys: Callable[[Person], tuple[str, ...]], changed: Collection[str]) -> set[str]:
    """The keys of the records that share something with just so many that these, which are new or about to go, make
    them too many to be compared each with each, or no longer too many."""
    groups = _alike(people)
    fresh = [all(one.key in changed for one in some) for some in groups]
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(groups):
        for key in keys(some[0]):
            blocks[key].append(at)
    found: set[int] = set()
    left = [(key.partition(":")[0], 0, block) for key, block in blocks.items()]
    while left:
        kind, level, block = left.pop()
        if len(block) <= MAX_BLOCK or not any(fresh[at] for at in block):
            continue
        if sum(not fresh[at] for at in block) <= MAX_BLOCK:
            found |= set(block)
        elif level < len(_MARKS[kind]):
            left += [(kind, level + 1, part) for part in _parts(kind, level, block, groups)]
    return {one.key for at in found for one in groups[at]}


def _alike(people: Sequence[Person]) -> list[Group]:
    found: defaultdict[object, Group] = defaultdict(list)
    for one in people:
        found[one.features].append(one)
    return list(found.values())


def _cells(kind: str, block: list[int], groups: Sequence[Group], level: int = 0) -> Iterator[list[int]]:
    """The block, or the parts of it in which there are few enough to compare each with each."""
    if len(block) <= MAX_BLOCK:
        yield block
    elif level < len(_MARKS[kind]):
        for part in _parts(kind, level, block, groups):
            yield from _cells(kind, part, groups, level + 1)


def _parts(kind: str, level: int, block: list[int], groups: Sequence[Group]) -> list[list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in block:
        for mark in _MARKS[kind][level](groups[at][0]):
            found[mark].append(at)
    return [part for part in found.values() if len(part) > 1]


def _within(some: Group) -> Pairs:
    yield from combinations(some, 2) if len(some) <= ALIKE else product(some[:1], some[1:])


def _between(some: Group, others: Group) -> Pairs:
    if len(some) * len(others) <= ALIKE * ALIKE:
        yield from product(some, others)
    else:
        yield from product(some[:1], others)
        yield from product(some[1:], others[:1])


def _worth(kind: str, a: Person, b: Person) -> bool:
    """Whether what two records share beside the block's key is enough to compare them in earnest."""
    if kind in ("mail", "phone"):
        return True
    if kind == "name":
        return not a.state or not b.state or a.state == b.state
    given = given_level(a.name, b.name)
    if kind == "near":
        return given > INITIAL and family_level(a.name, b.name) not in (ELSE, UNSAID)
    return given != OTHER


def slips(word: str) -> Iterator[str]:
    """What two spellings of a word share that are a letter apart: the word without any one of its letters."""
    yield word
    if len(word) >= SHORT:
        yield from (f"{word[:at]}{word[at + 1 :]}" for at in range(len(word)))


def _places(one: Person) -> Iterator[str]:
    """Where somebody is, and with whom."""
    yield from (f"{name}:{value}" for name in ("city", "zip", "organization") if (value := getattr(one, name)))


def _given(one: Person) -> set[str]:
    """What given names share that fit: a root, all letters but one, the beginning; an initial its letter."""
    full = [form for form in one.name.given if len(form) > 1]
    found = {f"slip:{text}" for form in full for text in slips(form)} | {f"from:{form[:3]}" for form in full}
    found |= {f"root:{root}" for form in (*full, *one.name.middle[:2]) if len(form) > 1 for root in roots(form)}
    found |= {f"letter:{form[0]}" for form in one.name.given[:1]}
    return found | set(_places(one))


def _family(one: Person) -> set[str]:
    """What surnames share that are a slip apart, or of which one is a part of the other."""
    found = {f"slip:{text}" for text in slips(one.family)}
    return found | {f"slip:{part}" for part in one.name.family[:: max(len(one.name.family) - 1, 1)]} | set(_places(one))


def _whole(one: Person) -> list[str]:
    return [" ".join(sorted((*one.name.given[:1], one.family)))]


def _state(one: Person) -> list[str]:
    return [f"state:{one.state}", *_places(one)]


_Marks = Callable[[Person], Collection[str]]
_MARKS: Mapping[str, tuple[_Marks, ...]] = {
    "kin": (_given, lambda one: list(_places(one))),
    "near": (_family, lambda one: list(_places(one))),
    "name": (_state, lambda one: list(_places(one))),
    "mail": (_whole, _state),
    "phone": (_whole, _state),
}
