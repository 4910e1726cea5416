"""How likely two records of people are one by name, place and post, when no id and no address says so.

A first, careful rule: only the very same name with the same post or organization in the same city is likely enough to
join; what has the name and the place alone is a question. The answer depends on the two cards and on those of the very
same name: a name that is known in several places says less.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from lpgraph.identity.parse import PersonName, Verdict, compare_names, parse_name
from lpgraph.ids import fold

MAX_BLOCK = 200  # of one key: a name that more than these share is nobody's own
_POSTS = (
    ("council", r"council|alder|selectm|selectw|trustee|freeholder|\bcm\b"), ("mayor", r"mayor"),
    ("commission", r"commission|supervisor"), ("clerk", r"clerk"), ("house", r"representative|assembl|delegate"),
    ("senate", r"senator"), ("treasurer", r"treasurer|comptroller|controller"), ("attorney", r"attorney|solicitor"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One record of a person: the name as written and in parts, and what the row says beside it."""

    key: str
    name: str = ""
    given: str = ""
    family: str = ""
    title: str = ""
    organization: str = ""
    city: str = ""
    state: str = ""

    @property
    def parsed(self) -> PersonName:
        """The name in folded parts."""
        return parse_name(self.name, self.given, self.family)


@dataclass(frozen=True, slots=True, order=True)
class PersonPair:
    """Two records that may be one person: keys in order, and how likely."""

    a: str
    b: str
    p: float


def person_keys(card: PersonCard) -> tuple[str, ...]:
    """The first is the very name's; two records of one person share at least one, or are not compared."""
    name = card.parsed
    if not name.given or not name.family or len(name.given[0]) < 2:
        return ()
    keys = [f"name:{name.given[0]}:{''.join(name.family)}"]
    if len(name.family) > 1:
        keys += [f"name:{name.given[0]}:{name.family[0]}", f"name:{name.given[0]}:{name.family[-1]}"]
    if card.city and card.state:
        place = f"{fold(card.city)}:{fold(card.state)}"
        keys += [f"near:{family}:{place}" for family in dict.fromkeys((name.family[0], name.family[-1]))]
    return tuple(dict.fromkeys(keys))


def score_people(cards: Iterable[PersonCard]) -> list[PersonPair]:
    """Candidate pairs with ``p`` in [0, 1], the best first; a function of the set of cards alone."""
    blocks: defaultdict[str, list[PersonCard]] = defaultdict(list)
    for card in sorted(set(cards), key=lambda c: c.key):
        for key in person_keys(card):
            blocks[key].append(card)
    best: dict[tuple[str, str], float] = {}
    for a, b in _pairs(blocks):
        if (a.key, b.key) not in best:
            best[a.key, b.key] = _likely(a, b, blocks)
    found = [PersonPair(a, b, p) for (a, b), p in best.items() if p > 0]
    return sorted(found, key=lambda pair: (-pair.p, pair.a, pair.b))


def _pairs(blocks: dict[str, list[PersonCard]]) -> Iterator[tuple[PersonCard, PersonCard]]:
    for block in blocks.values():
        if len(block) <= MAX_BLOCK:
            yield from combinations(block, 2)


def _likely(a: PersonCard, b: PersonCard, blocks: dict[str, list[PersonCard]]) -> float:
    verdict = compare_names(a.parsed, b.parsed)
    if verdict is not Verdict.SAME:
        return 0.0
    exact = a.parsed.given[0] == b.parsed.given[0] and a.parsed.family == b.parsed.family
    if a.parsed.generation != b.parsed.generation:  # father and son sit on one council, one after the other
        return min(_by_place(a, b, blocks, exact), 0.8)
    return _by_place(a, b, blocks, exact)


def _by_place(a: PersonCard, b: PersonCard, blocks: dict[str, list[PersonCard]], exact: bool) -> float:
    near = _near(a, b)
    if near < 0:
        return 0.05
    bond = bool(_shared(a.organization, b.organization)) or bool(post(a.title) and post(a.title) == post(b.title))
    clash = bool(post(a.title) and post(b.title) and post(a.title) != post(b.title))
    if near == 2:
        p = 0.98 if bond else 0.75 if clash else 0.9
        return p if exact else p - 0.15
    if near == 1:
        return 0.85 if bond and exact else 0.6 if bond else 0.4
    return 0.5 if bond and _places(a, blocks) <= 1 else 0.25


def _near(a: PersonCard, b: PersonCard) -> int:
    """2: one city; 1: one state, and a city at most on one side; 0: too little is said; -1: two places."""
    if a.state and b.state and fold(a.state) != fold(b.state):
        return -1
    if a.city and b.city:
        if fold(a.city) != fold(b.city):
            return -1
        return 2 if a.state and b.state else 1
    return 1 if a.state and b.state else 0


def _places(card: PersonCard, blocks: dict[str, list[PersonCard]]) -> int:
    """In how many places the very name is known."""
    block = blocks[person_keys(card)[0]]
    return len({(fold(one.city), fold(one.state)) for one in block if one.state})


def _shared(a: str, b: str) -> bool:
    return bool(a and b) and fold(a) == fold(b)


@lru_cache(maxsize=16_384)
def post(title: str) -> str:
    """What kind of office a title is; ``""`` for none that we know."""
    text = fold(title)
    return next((kind for kind, words in _POSTS if re.search(words, text)), "")
