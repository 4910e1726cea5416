"""Which records are one person: keys to find candidates by, and candidate pairs with how likely they are one.

The answer depends on the set of cards alone: weights, name frequencies and calibration are shipped, and what the other
records say is counted over a card's own surname and addresses, so that a new card changes only what shares them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp

import numpy as np

from lpgraph.identity.people_blocks import crowded, pairs_of
from lpgraph.identity.people_compare import ROOT, TURNED, contradicts
from lpgraph.identity.people_context import Companies, counted_anew, users
from lpgraph.identity.people_features import NAMES, Side, vector
from lpgraph.identity.people_house import Housemates, loose
from lpgraph.identity.people_read import Person, PersonCard, read
from lpgraph.identity.trees import people_model
from lpgraph.identity.watching import part

CHUNK = 20_000  # pairs that are weighed at once
POSSIBLE = 0.2
SEVERAL, DOUBT = 1.5, 0.3  # log2(1 + 2) and above is two; how much is taken from the logarithm of the odds
TRUST = 1.0  # how much is added to it for an address of their own and whole names that fit: the trees are too shy there
SHY = 0.16  # added everywhere: on states that they have not seen the trees are righter than they say
VETOED = 0.9  # the most that is said of a pair whose names contradict, or are all there is: asked at best, never joined
LOOSE = 1.0  # taken from the same logarithm where two names are rather two people's
FEW = 1.6  # log2(1 + 2) and below: the two records are all that is known under the name in the state
COMMON, VERY_COMMON = 20, 22  # by ``borne``: one and four of a million people
CONTEXT = ("kin:", "mail:", "phone:")  # a card of these keys changes how likely pairs of these keys are


@dataclass(frozen=True, slots=True, order=True)
class PersonPair:
    """Two records that may be one person: keys in order, how likely, and whether their names contradict.

    ``lone``: they have no personal e-mail address and no phone in common.
    """

    a: str
    b: str
    p: float
    vetoed: bool = False
    lone: bool = False


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


def score_people(cards: Iterable[PersonCard], only: frozenset[str] | None = None) -> list[PersonPair]:
    """Candidate pairs with ``p`` ≥ ``POSSIBLE``, the best first; a function of the set of cards alone.

    ``only``: nothing but the pairs of which one at least has one of these keys.
    """
    people = sorted((read(card) for card in set(cards)), key=lambda one: one.key)
    weigh = _Weighing(people)
    found: list[PersonPair] = []
    with part(len(people)) as tell:
        pairs = _pairs(people, only, tell)
        while some := list(islice(pairs, CHUNK)):
            found += weigh.likely(some)
    return sorted(found, key=lambda pair: (-pair.p, pair.a, pair.b))


class _Weighing:
    """How likely pairs of these people are one, a few thousand at a time, so that many fit into memory."""

    def __init__(self, people: list[Person]) -> None:
        self._companies, self._served = Companies(people), users(people)
        self._housemates = Housemates(people)
        self._sides: dict[str, Side] = {}

    def rows(self, pairs: Sequence[tuple[Person, Person]]) -> np.ndarray:
        """A row of features of each pair."""
        rows = [vector(self._side(a), self._side(b)) for a, b in pairs]
        return np.array(rows, dtype=np.float32).reshape(len(rows), len(NAMES))

    def likely(self, pairs: Sequence[tuple[Person, Person]]) -> list[PersonPair]:
        """Those of the pairs that are worth telling of."""
        features = self.rows(pairs)
        chances = _careful(people_model().chances(features), features)
        keyless = (features[:, NAMES.index("mail")] < 2) & (features[:, NAMES.index("phone")] < 3)
        namesakes = _father_or_son(features, keyless)
        borne = np.array([min(self._side(a).borne, self._side(b).borne) for a, b in pairs])
        little = _too_little(features, keyless) | _anybody(features, keyless, borne)
        chances = np.where(little, np.minimum(chances, VETOED), chances)
        found = []
        for (a, b), p, alone, son in zip(pairs, chances.tolist(), keyless.tolist(), namesakes.tolist(), strict=True):
            if p >= POSSIBLE:
                vetoed = son or contradicts(a.name, b.name) or self._housemates.either(a, b)
                said = min(p, VETOED) if vetoed else _loosely(p) if alone and loose(a, b) else p
                found.append(PersonPair(a.key, b.key, round(said, 6), vetoed, alone))
        return found

    def _side(self, one: Person) -> Side:
        side = self._sides.get(one.key)
        if side is None:
            side = self._sides[one.key] = Side.of(one, self._companies.of(one), self._served)
        return side


def compared(cards: Iterable[PersonCard], only: frozenset[str]) -> set[str]:
    """The keys of the cards that one of ``only`` is weighed against."""
    people = sorted((read(card) for card in set(cards)), key=lambda one: one.key)
    return {one.key for pair in _pairs(people, only) for one in pair}


def _careful(chances: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Less likely where no address is shared and the name has several in the state: namesakes may be more elsewhere.
    Likelier where whole names fit at one personal address.
    """
    told = {name: features[:, at] for at, name in enumerate(NAMES)}
    several = (told["mails"] > SEVERAL) | (told["cities"] > SEVERAL)
    keyed = (told["mail"] == 2) | (told["phone"] == 3)
    fits = (told["given"] >= ROOT) & (told["family"] >= TURNED) & (told["middle"] > 0)
    weight = SHY + TRUST * (keyed & fits) - DOUBT * ((told["mail"] < 2) & (told["phone"] < 3) & several)
    odds = chances / np.maximum(1 - chances, 1e-12) * np.exp(weight)
    return np.asarray(odds / (1 + odds))


def _too_little(features: np.ndarray, keyless: np.ndarray) -> np.ndarray:
    """Where names alone speak, and not even of one state: whoever is called so anywhere may be meant."""
    told = {name: features[:, at] for at, name in enumerate(NAMES)}
    placed = (told["state"] == 3) | (told["city"] >= 2) | (told["zip"] == 3) | (told["organization"] >= 2)
    return np.asarray(keyless & ~placed)


def _loosely(p: float) -> float:
    """How likely two are one who share no address, and whose first names are rather two people's."""
    odds = p / max(1 - p, 1e-12) * exp(-LOOSE)
    return odds / (1 + odds)


def _anybody(features: np.ndarray, keyless: np.ndarray, borne: np.ndarray) -> np.ndarray:
    """Where a common name with its state, or its town, is all that both say, or all that is known of it: a state has
    several Maria Garcias and a town several John Smiths, also when few of them are in the files.
    """
    told = {name: features[:, at] for at, name in enumerate(NAMES)}
    narrow = (told["zip"] == 3) | (told["organization"] >= 2) | (told["post"] == 2)
    town = told["city"] >= 2
    bare = (told["said_high"] <= town) & (borne >= np.where(town, VERY_COMMON, COMMON))
    alone = (told["records"] <= FEW) & (borne >= VERY_COMMON)
    return np.asarray(keyless & ~narrow & (bare | alone))


def _father_or_son(features: np.ndarray, keyless: np.ndarray) -> np.ndarray:
    """Where a Sr or Jr of the name is known and these two do not both say which, only a personal e-mail address tells:
    when one of the two says it, not the phone of the house, nor the council that both may sit in.
    """
    told = {name: features[:, at] for at, name in enumerate(NAMES)}
    house = (told["generation"] == 1) & (told["mail"] < 2)
    return np.asarray(house | (keyless & (told["generations"] > 0) & (told["generation"] < 3)))


def candidates(people: list[Person]) -> tuple[list[tuple[Person, Person]], np.ndarray]:
    """The pairs to be weighed, and a row of features of each; the model is trained on the same."""
    pairs = sorted(_pairs(people), key=lambda pair: (pair[0].key, pair[1].key))
    return pairs, _Weighing(people).rows(pairs)


def _pairs(
    people: list[Person], only: frozenset[str] | None = None, tell: Callable[[float], None] = lambda _share: None
) -> Iterator[tuple[Person, Person]]:
    """Each pair that is worth comparing, once, and in the order of its keys; so are the people."""
    for a, b in pairs_of(people, keys_of, only, tell):
        if only is None or a.key in only or b.key in only:
            yield (a, b) if a.key < b.key else (b, a)


def crowding(cards: Iterable[PersonCard], changed: frozenset[str]) -> set[str]:
    """The keys of the cards that are compared with others, or counted in another way, because these are new or go."""
    people = sorted((read(card) for card in set(cards)), key=lambda one: one.key)
    return crowded(people, keys_of, changed) | counted_anew(people, changed)


__all__ = [
    "CONTEXT",
    "PersonCard",
    "PersonPair",
    "candidates",
    "compared",
    "context_keys",
    "crowding",
    "keys_of",
    "person_keys",
    "score_people",
]
