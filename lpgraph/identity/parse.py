"""A person's written name taken apart, and whether two of them can be one person.

Libraries do the reading (nameparser, nicknames, anyascii); this module only adds the civic titles and the rule of
three answers. The rule follows the study behind ``docs/introductions.md``'s sister page on identity: an initial alone
never says yes, and a contradicting given name, surname, middle name or generation always says no.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from anyascii import anyascii
from nameparser import HumanName
from nameparser.config import Constants
from nicknames import NickNamer

from lpgraph.ids import fold, seen
from lpgraph.names.courtesies import plain

CIVIC_TITLES = (
    "cm", "councilmember", "councilman", "councilwoman", "councilor", "councillor", "council", "member", "alder",
    "alderman", "alderwoman", "alderperson", "supervisor", "commissioner", "trustee", "freeholder", "selectman",
    "selectwoman", "mayor", "clerk", "comptroller", "assemblymember", "assemblyman", "assemblywoman", "delegate",
    "president", "asm", "ald", "cllr", "senator", "representative", "rep", "sen", "speaker", "del", "hon", "honorable",
    "congressman", "congresswoman", "vice", "deputy", "treasurer", "auditor", "assessor", "constable", "reeve",
)  # fmt: skip
GENERATIONS = {
    "sr": 1,
    "senior": 1,
    "i": 1,
    "jr": 2,
    "junior": 2,
    "ii": 2,
    "2nd": 2,
    "iii": 3,
    "3rd": 3,
    "iv": 4,
    "4th": 4,
}
# Short names that the nickname table does not know. Both ways, one hop.
MORE_NICKNAMES = {
    "chuy": {"jesus"}, "pepe": {"jose"}, "beto": {"roberto", "alberto", "humberto"}, "paco": {"francisco"},
    "pancho": {"francisco"}, "lupe": {"guadalupe"}, "nacho": {"ignacio"}, "memo": {"guillermo"}, "tono": {"antonio"},
    "lalo": {"eduardo"}, "kike": {"enrique"}, "quique": {"enrique"}, "alex": {"alejandro", "alejandra"},
    "manny": {"manuel"}, "gabe": {"gabriel"}, "rafa": {"rafael"}, "nando": {"fernando"}, "chema": {"jose maria"},
}  # fmt: skip
# Pairs of the nickname table that are two given names rather than a short form of one.
NOT_NICKNAMES = frozenset(
    frozenset(pair) for pair in (("bill", "robert"), ("billy", "robert"), ("rupert", "robert"), ("fred", "bill"),
                                 ("ian", "john"), ("ana", "bryanna"), ("jack", "jackson"), ("tony", "clifton"))
)  # fmt: skip

_CONSTANTS = Constants()
_CONSTANTS.titles.add(*CIVIC_TITLES)
_NICKNAMES = NickNamer()
# Two or three words without a comma and none of which means anything to the library need no library: it is slow.
_SIMPLE = re.compile(r"[A-Za-z]{2,} (?:[A-Za-z]\.? |[A-Za-z]{2,} )?[A-Za-z]{2,}(?:['’-][A-Za-z]{2,})?")
_TOLD = frozenset(
    word.strip(".")
    for words in (_CONSTANTS.titles, _CONSTANTS.first_name_titles, _CONSTANTS.prefixes, _CONSTANTS.suffix_acronyms,
                  _CONSTANTS.suffix_acronyms_ambiguous, _CONSTANTS.suffix_not_acronyms, _CONSTANTS.conjunctions,
                  _CONSTANTS.bound_first_names, _CONSTANTS.non_first_name_prefixes, GENERATIONS)
    for word in words
)  # fmt: skip
# "(she/her)", "X - Organization", pronouns without brackets
_ASIDE = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|\s+[-–—|/@]\s+.*$|,?\s+\b(?:she|he|they|ella|el|elle)(?:/\w+)+"
    r"|,\s*(?:district|ward|seat|precinct)\s+\w+$|\s+(?:CD|HD|SD|LD)-?\d+$"
    r"|['’]s\s+(?:iphone|ipad|android|phone|galaxy|macbook|laptop|computer)\b.*$",
    re.IGNORECASE,
)


class Verdict(Enum):
    """Whether two names can be one person's."""

    SAME = "compatible"
    UNSURE = "too little to say"  # an initial, or half a name
    DIFFERENT = "contradicting"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded parts: ``given`` forms (first name, then nicknames in quotes), middle names, surname tokens."""

    given: tuple[str, ...]
    middle: tuple[str, ...]
    family: tuple[str, ...]
    generation: int  # 1 senior, 2 junior, 3, 4; 0 unsaid


def _plain(text: str) -> str:
    # Apostrophes join (O'Neil is oneil), everything else that is not a letter parts.
    return fold(anyascii(re.sub(r"['’`ʻ]", "", text)))


def _split_generation(tokens: list[str]) -> tuple[tuple[str, ...], int]:
    if len(tokens) > 1 and tokens[-1] in GENERATIONS:
        return tuple(tokens[:-1]), GENERATIONS[tokens[-1]]
    return tuple(tokens), 0


@lru_cache(maxsize=262_144)
def parse_name(name: str, given: str = "", family: str = "", middle: str = "", suffix: str = "") -> PersonName:
    """The parts of a person's name. Structured ``given`` and ``family`` win over the written ``name``."""
    name, given, family, middle = seen(name), seen(given), seen(family), seen(middle)
    if given.strip() and family.strip():
        first, *others = [*_plain(given).split(), *_plain(middle).split()] or [""]
        surname, generation = _split_generation(_plain(family).split())
        generation = generation or GENERATIONS.get(_plain(suffix), 0)
        return PersonName((first,) if first else (), tuple(others), surname, generation)
    text = name.strip() or f"{given} {family}".strip()
    if _SIMPLE.fullmatch(text):
        words = text.split()
        if not any(word.lower().strip(".") in _TOLD for word in words):
            surname = tuple(_plain(words[-1]).split())
            own = GENERATIONS.get(_plain(suffix), 0)
            return PersonName((_plain(words[0]),), tuple(_plain(" ".join(words[1:-1])).split()), surname, own)
    human = HumanName(_ASIDE.sub("", plain(text)), constants=_CONSTANTS)
    surname, generation = _split_generation(_plain(human.last).split())
    for token in (*_plain(human.suffix).split(), _plain(suffix)):
        generation = generation or GENERATIONS.get(token, 0)
    # "S.M. Vail": dotted initials are a first and a middle name.
    first, *rest = _plain(human.first).split() or [""]
    forms = [form for form in (first, *_plain(human.nickname).split()) if form]
    return PersonName(tuple(dict.fromkeys(forms)), (*rest, *_plain(human.middle).split()), surname, generation)


def given_forms(name: PersonName) -> tuple[str, tuple[str, ...], str]:
    """The first name when it is more than an initial, every such form, and the initials in order."""
    first = name.given[0] if name.given else ""
    initials = first[:1] + "".join(part[:1] for part in name.middle)
    return (first if len(first) > 1 else ""), tuple(form for form in name.given if len(form) > 1), initials


@lru_cache(maxsize=65536)
def one_given_name(a: str, b: str) -> bool:
    """Equal, or one a usual short form of the other: one hop, both ways."""
    if a == b:
        return True
    if frozenset((a, b)) in NOT_NICKNAMES:
        return False
    if b in MORE_NICKNAMES.get(a, ()) or a in MORE_NICKNAMES.get(b, ()):
        return True
    return b in _short_forms(a) or a in _short_forms(b)


@lru_cache(maxsize=65536)
def _short_forms(name: str) -> frozenset[str]:
    return frozenset(_NICKNAMES.nicknames_of(name))


@lru_cache(maxsize=65536)
def _canonical(name: str) -> frozenset[str]:
    return frozenset(_NICKNAMES.canonicals_of(name))


def roots(name: str) -> frozenset[str]:
    """A given name and all that it may be short for: two that ``one_given_name`` or ``one_root`` calls one share one.

    >>> sorted(roots("bob") & roots("robert"))
    ['bob', 'bobby', 'robert']
    """
    return _canonical(name) | MORE_NICKNAMES.get(name, frozenset()) | {name}


@lru_cache(maxsize=65536)
def one_root(a: str, b: str) -> bool:
    """Two short forms of one name (Shelly, Mickey: Michelle): a second hop, which says less."""
    return not _canonical(a).isdisjoint(_canonical(b))


def _given(a: PersonName, b: PersonName) -> Verdict:
    if not a.given or not b.given:
        return Verdict.UNSURE
    full_a, full_b = ([form for form in n.given if len(form) > 1] for n in (a, b))
    if any(one_given_name(x, y) for x in full_a for y in full_b):
        return Verdict.SAME
    if full_a and full_b and len(a.given[0]) > 1 and len(b.given[0]) > 1:
        return Verdict.DIFFERENT
    # One is an initial. "J. Robert" may be called Robert, so a middle name keeps the question open.
    letters_fit = a.given[0][0] == b.given[0][0] or bool(a.middle) or bool(b.middle)
    return Verdict.UNSURE if letters_fit else Verdict.DIFFERENT


def _middle_differs(a: PersonName, b: PersonName) -> bool:
    if not a.middle or not b.middle:
        return False
    x, y = a.middle[0], b.middle[0]
    return not (x.startswith(y) or y.startswith(x)) if min(len(x), len(y)) == 1 else x != y


def _family(a: PersonName, b: PersonName, given_equal: bool) -> Verdict:
    if not a.family or not b.family:
        return Verdict.UNSURE
    if "".join(a.family) == "".join(b.family):
        return Verdict.SAME
    short, long = sorted((a.family, b.family), key=len)
    contained = short in (long[: len(short)], long[-len(short) :])
    # "Gurulé" and "Gurulé-López": a compound may lose a part, but only under the very same given name.
    return Verdict.SAME if contained and given_equal and len("".join(short)) > 2 else Verdict.DIFFERENT


@lru_cache(maxsize=262144)
def compare_names(a: PersonName, b: PersonName) -> Verdict:
    """Whether both can be one person's name; symmetric. Never ``SAME`` on an initial or half a name."""
    given = _given(a, b)
    equal = bool(a.given and b.given and a.given[0] == b.given[0] and len(a.given[0]) > 1)
    family = _family(a, b, equal)
    generations = {a.generation, b.generation} - {0}
    if Verdict.DIFFERENT in (given, family) or len(generations) > 1 or _middle_differs(a, b):
        return Verdict.DIFFERENT
    return Verdict.SAME if given is family is Verdict.SAME else Verdict.UNSURE
