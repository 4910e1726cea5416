"""Which records are one person: keys to find candidates by, and candidate pairs with how likely they are one.

The answer depends on the set of cards alone: weights, name frequencies and calibration are shipped, and what the other
records say is counted over a card's own surname and addresses, so that a new card changes only what shares them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from lpgraph.identity.genders import his_and_hers
from lpgraph.identity.people_compare import (
    ELSE,
    INITIAL,
    OTHER,
    UNSAID,
    contradicts,
    family_level,
    given_level,
)
from lpgraph.identity.people_context import companies, users
from lpgraph.identity.people_features import NAMES, Side, vector
from lpgraph.identity.people_read import Person, PersonCard, read
from lpgraph.identity.trees import people_model

MAX_BLOCK = 400  # an address or a name under more records than these is nobody's own
POSSIBLE = 0.2
SEVERAL, DOUBT = 1.5, 0.4  # log2(1 + 2) and above is two; how much is taken from the logarithm of the odds
VETOED = 0.9  # the most that is said of a pair whose names contradict: asked at best, never joined
CONTEXT = ("kin:", "mail:", "phone:")  # a card of these keys changes how likely pairs of these keys are


@dataclass(frozen=True, slots=True, order=True)
class PersonPair:
    """Two records that may be one person: keys in order, how likely, and whether their names contradict."""

    a: str
    b: str
    p: float
    vetoed: bool = False


def person_keys(card: PersonCard) -> tuple[str, ...]:
    """At most six keys; two records of one person share at least one of them, or are not compared."""
    return keys_of(read(card))


def context_keys(card: PersonCard) -> tuple[str, ...]:
    """The keys whose whole company decides how likely a match of this card is: its surname's and its addresses'."""
    return tuple(key for key in person_keys(card) if key.startswith(CONTEXT))


def keys_of(one: Person) -> tuple[str, ...]:
    """The keys of a record that was read."""
    mails = sorted(one.emails) or sorted(one.boxes)
    keys = [*(f"mail:{mail}" for mail in mails[:1]), *(f"phone:{phone}" for phone in sorted(one.phones)[:1])]
    if one.family and one.name.given:
        first = one.name.given[0]
        keys += [f"kin:{one.family}:{one.state}", f"name:{':'.join(sorted((first, one.family)))}"]
        if one.state and one.given:
            keys.append(f"near:{first}:{one.family[0]}:{one.state}")
        if len(one.name.family) > 1:
            keys.append(f"kin:{one.name.family[-1]}:{one.state}")
    elif one.family and len(one.family) > 2:  # "Hon. Vega"
        keys.append(f"kin:{one.family}:{one.state}")
    keys += [*(f"mail:{mail}" for mail in mails[1:2]), *(f"phone:{phone}" for phone in sorted(one.phones)[1:2])]
    return tuple(dict.fromkeys(keys))[:6]


def score_people(cards: Iterable[PersonCard]) -> list[PersonPair]:
    """Candidate pairs with ``p`` ≥ ``POSSIBLE``, the best first; a function of the set of cards alone."""
    people = sorted((read(card) for card in set(cards)), key=lambda one: one.key)
    pairs, features = candidates(people)
    if not pairs:
        return []
    chances = _careful(people_model().chances(features), features)
    keyless = (features[:, NAMES.index("mail")] < 2) & (features[:, NAMES.index("phone")] < 3)
    namesakes = keyless & _father_or_son(features)
    found = []
    for (a, b), p, alone, either in zip(pairs, chances.tolist(), keyless.tolist(), namesakes.tolist(), strict=True):
        vetoed = either or contradicts(a.name, b.name) or (alone and _couple(a, b))
        if p >= POSSIBLE:
            found.append(PersonPair(a.key, b.key, round(min(p, VETOED) if vetoed else p, 6), vetoed))
    return sorted(found, key=lambda pair: (-pair.p, pair.a, pair.b))


def _careful(chances: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Less likely where no address is shared and the name has several in the state: namesakes may be more elsewhere."""
    told = {name: features[:, at] for at, name in enumerate(NAMES)}
    several = (told["mails"] > SEVERAL) | (told["cities"] > SEVERAL)
    doubt = DOUBT * ((told["mail"] < 2) & (told["phone"] < 3) & several)
    odds = chances / np.maximum(1 - chances, 1e-12) * np.exp(-doubt)
    return np.asarray(odds / (1 + odds))


def _father_or_son(features: np.ndarray) -> np.ndarray:
    """Where a Sr or Jr of the name is known and these two do not both say which, only a personal address tells."""
    told = {name: features[:, at] for at, name in enumerate(NAMES)}
    return np.asarray((told["generations"] > 0) & (told["generation"] < 3))


def _couple(a: Person, b: Person) -> bool:
    """Mario and Maria Lopez: one letter apart, and two people unless a personal address says otherwise."""
    return bool(a.given and b.given) and his_and_hers(a.name.given[0], b.name.given[0])


def candidates(people: list[Person]) -> tuple[list[tuple[Person, Person]], np.ndarray]:
    """The pairs to be weighed, and a row of features of each; the model is trained on the same."""
    company, served = companies(people), users(people)
    sides = {one.key: Side.of(one, company[one.key], served) for one in people}
    pairs = list(_pairs(people))
    rows = [vector(sides[a.key], sides[b.key]) for a, b in pairs]
    return pairs, np.array(rows, dtype=np.float32)


def _pairs(people: list[Person]) -> Iterator[tuple[Person, Person]]:
    blocks: defaultdict[str, list[Person]] = defaultdict(list)
    for one in people:
        for key in keys_of(one):
            blocks[key].append(one)
    seen: set[tuple[str, str]] = set()
    for key, block in sorted(blocks.items()):
        kind = key.partition(":")[0]
        if len(block) > MAX_BLOCK and kind not in ("kin", "near"):
            continue
        for a, b in combinations(block, 2):
            if (a.key, b.key) not in seen and _worth(kind, a, b):
                seen.add((a.key, b.key))
                yield a, b


def _worth(kind: str, a: Person, b: Person) -> bool:
    """Whether what two records share is enough to compare them in earnest."""
    if kind in ("mail", "phone"):
        return True
    if kind == "name":
        return not a.state or not b.state or a.state == b.state
    given = given_level(a.name, b.name)
    if kind == "near":
        return given > INITIAL and family_level(a.name, b.name) not in (ELSE, UNSAID)
    return given != OTHER


__all__ = [
    "CONTEXT",
    "PersonCard",
    "PersonPair",
    "candidates",
    "context_keys",
    "keys_of",
    "person_keys",
    "score_people",
]
