"""One organization's record read once: its union key or its core name, its ids and its place, as scoring needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from lpgraph.identity.organizations_asides import aside_words
from lpgraph.identity.organizations_beside import Beside, beside
from lpgraph.identity.organizations_common import common, nobody
from lpgraph.identity.organizations_names import (
    acronym,
    brands,
    core_words,
    cut_off,
    initials,
    numbers,
    place_words,
    places,
    twin_towns,
    weight,
)  # fmt: skip
from lpgraph.identity.unions import UnionKey, union_key
from lpgraph.ids import fold
from lpgraph.names.affiliates import AFFILIATES

# Words that say of which kind a chapter is, never which chapter.
_KIND = frozenset([
    "chapter", "branch", "local", "unit", "club", "lodge", "post", "council", "committee", "area", "inc", "greater",
    "county", "city",
])  # fmt: skip
# Words of public bodies: what they deal with is the same in every city.
_BODIES = frozenset([
    "committee", "subcommittee", "council", "commission", "board", "department", "office", "authority", "legislature",
    "senate", "assembly", "caucus", "court", "agency", "bureau", "supervisors", "commissioners", "aldermen",
])  # fmt: skip
_SUBJECTS = frozenset([
    "adjustment", "aging", "appeals", "appointments", "appraisal", "appropriations", "assessment",
    "assessors", "aviation", "budget", "canvassers", "capital", "civilian", "codes", "complaint", "consumer",
    "contracts", "corrections", "cultural", "development", "drainage", "economic", "election", "elections",
    "equity", "estimate", "ethics", "examiners", "fire", "fiscal", "franchises", "governmental", "hearings",
    "homelessness", "immigration", "infrastructure", "intergovernmental", "investigations", "judiciary",
    "justice", "labor", "land", "landmarks", "libraries", "licensing", "lobbying", "means", "mobility",
    "negotiations", "neighborhoods", "operations", "oversight", "parking", "parks", "pensions", "permits",
    "personnel", "planning", "police", "policing", "privileges", "procurement", "public", "purchasing",
    "recreation", "redistricting", "regents", "resiliency", "revenue", "review", "rules", "safety",
    "sanitation", "siting", "small", "sustainability", "tax", "taxation", "taxi", "tourism", "transit",
    "transportation", "treatment", "use", "utilities", "veterans", "ways", "whole", "workforce", "zoning",
])  # fmt: skip
# Words beside a union's number that are no part of its international's name.
UNIT_WORDS = frozenset(["local", "union", "afl", "cio", "loc", "lodge", "branch"])


@dataclass(frozen=True, slots=True)
class OrganizationCard:
    """One record of an organization, as its columns say it; every column but the key may be empty."""

    key: str
    name: str = ""
    ein: str = ""
    file_number: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    classification: str = ""
    acronym: str = ""
    affiliate: str = ""
    designation: str = ""
    local_number: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a card says once its spelling is out of the way."""

    key: str
    name: str
    ein: str
    file: str
    union: UnionKey | None
    core: tuple[str, ...]
    compact: str
    numbers: tuple[str, ...]
    place: frozenset[str]  # the words of places in the name
    state: str
    city: str
    cut: bool
    generic: bool  # a name that hundreds of chapters share: it never says alone which one
    twin: bool  # a chapter of a town whose name several states have: without a state it may be either's
    acronym: str
    initials: tuple[str, ...]
    says: float  # the weight of all its words
    aside: frozenset[str]  # what its brackets say and the name outside does not
    beside: tuple[Beside, ...]  # other names inside its name
    common: bool  # says nothing of which one, without its town: "Local 100", "Lincoln High School"
    nobody: bool  # "Self", "Retired": no organization's name
    zip: str

    @property
    def unit(self) -> str:
        """The union's key; ``""`` for what is no union or does not say which."""
        return self.union.key if self.union else ""


def _digits(text: str, width: int) -> str:
    found = re.sub(r"\D", "", text.removesuffix(".0"))
    return found.zfill(width) if found.strip("0") and len(found) <= width else ""


def state_code(text: str) -> str:
    """The two letters of a state or province, written out or not; ``""`` when it is neither."""
    plain = fold(text)
    if len(plain) == 2 and plain.isalpha():
        return plain.upper()
    return places().get(plain, "")


@cache
def _fragments() -> frozenset[str]:
    """Beginnings of internationals' names: what a narrow field leaves of "International Brotherhood of …"."""
    found: set[str] = set()
    for name in AFFILIATES.values():
        words = core_words(name)
        found.update(" ".join(words[:end]) for end in range(1, len(words)))
    return frozenset(found)


def _body(core: tuple[str, ...]) -> bool:
    """Whether every city may have a body of this name: "Committee on Finance", "Board of Elections"."""
    rest = [word for word in core if word not in _BODIES]
    common = all(weight(word) < 8 or word in _SUBJECTS for word in rest) and len(rest) <= 8
    return len(rest) < len(core) and common and not set(core) & place_words()


def generic(core: tuple[str, ...]) -> bool:
    """Whether hundreds have this name: a chapter's without its town, an international's cut off."""
    words = tuple(word for word in core if word not in _KIND)
    joined = " ".join(words)
    return (
        not words or _body(core) or joined in brands() or " ".join(core) in brands() or " ".join(core) in _fragments()
    )


def twin(core: tuple[str, ...]) -> bool:
    """Whether it is a chapter in a town whose name several states have: "Boys and Girls Club of Burlington"."""
    rest = tuple(word for word in core if word not in twin_towns())
    return len(rest) < len(core) and generic(rest)


@lru_cache(maxsize=200_000)
def read(card: OrganizationCard) -> Reading:
    """The card, read."""
    core = core_words(card.name)
    union = union_key(card.name, card.affiliate, card.designation, card.local_number) if card.name else None
    return Reading(
        key=card.key,
        name=card.name,
        ein=_digits(card.ein, 9),
        file=_digits(card.file_number, 6),
        union=union,
        core=core,
        compact="".join(core),
        numbers=numbers(core),
        place=frozenset(core) & place_words(),
        state=state_code(card.state),
        city=" ".join(core_words(card.city)) if card.city.strip() else "",
        cut=cut_off(card.name),
        generic=generic(core),
        twin=twin(core),
        acronym=fold(card.acronym).replace(" ", "") or acronym(card.name),
        initials=initials(card.name),
        says=sum(weight(word) for word in core),
        aside=aside_words(card.name),
        beside=() if union and union.key else beside(card.name),
        common=common(core),
        nobody=nobody(core),
        zip=re.sub(r"\D", "", card.zip.removesuffix(".0"))[:5],
    )


def facets(one: Reading) -> dict[str, str]:
    """What no two members of one organization may say differently: ids, the local, the chapter's place."""
    said = {"ein": one.ein, "file": one.file, "unit": one.unit}
    if one.union and one.unit:
        said["parts"] = " ".join(one.union.parts) + ("inside" if one.union.part else "") or "-"
    else:
        said["numbers"] = " ".join(one.numbers)
    if not one.unit or (one.union and one.union.repeats and one.union.number):
        said |= {"state": one.state, "city": one.city and f"{one.city} {one.state}".strip()}
    return {kind: value for kind, value in said.items() if value}


def contradiction(a: Reading, b: Reading) -> str:
    """The first facet in which the two differ, ``""`` when they can be one organization."""
    said, other = facets(a), facets(b)
    return next((kind for kind in said if kind in other and said[kind] != other[kind]), "")


def apart(a: Reading, b: Reading) -> bool:
    """Whether the two names name different places."""
    return bool(a.place and b.place and a.place.isdisjoint(b.place)) and a.compact != b.compact


def read_all(cards: Iterable[OrganizationCard]) -> list[Reading]:
    """All cards read, in the order of their keys."""
    return [read(card) for card in sorted(cards, key=lambda card: card.key)]
