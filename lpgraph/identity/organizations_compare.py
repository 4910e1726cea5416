"""How likely two organizations' records are one, and why in words. Numbers in the names must be equal throughout."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from lpgraph.identity.organizations_beside import Beside
from lpgraph.identity.organizations_kinds import COUNTRIES, EITHER, LAW, OTHER_PART
from lpgraph.identity.organizations_names import core_words, known, place_words, places, twin_towns, weight
from lpgraph.identity.organizations_read import UNIT_WORDS, Reading, apart, contradiction, generic
from lpgraph.identity.organizations_slips import forms_of_one, is_slip, singular, slipped_pair
from lpgraph.identity.organizations_turned import same_turned

LISTED, ORDINARY, COMMON = 4, 20, 100  # in so many names of the shipped table a word must stand


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two records are one organization, and the reasons in words."""

    p: float
    evidence: tuple[str, ...] = ()


_NO = Verdict(0.0)
CUT = "one name is cut off in mid-word"
MANY_ENDINGS = 3
TELLING = 15.0  # so much must the words say of a name that is one wherever it is
SHORT_NAME = 4  # words
TURNED = 0.85  # the same words in an order that may be another's name
LESS = "one name says less"
MAY_BE = "one letter of its initials differs"


def _first(said: str, rules: tuple[tuple[bool, float, str], ...]) -> Verdict:
    """The first rule that holds: how likely, and why beside what is said anyway."""
    p, why = next((p, why) for holds, p, why in rules if holds)
    return Verdict(p, tuple(text for text in (said, why) if text))


def compare_unions(a: Reading, b: Reading) -> Verdict:
    """Two records of one union key."""
    left, right = a.union, b.union
    if left is None or right is None:
        return _NO
    against = contradiction(a, b)
    inside, again = left.part or right.part, "its international gives this number in every state"
    alone = bool(left.number) and left.repeats and not (a.state and a.state == b.state)
    towns = any(x and y and x.isdisjoint(y) for x, y in ((a.place, b.place), (a.aside, b.aside)))
    rules = (
        (against in ("ein", "file"), 0.45, f"different {against}"),
        (
            left.parts != right.parts or left.part != right.part or (inside and left.rest != right.rest),
            0.35 if inside else 0.55,
            "one names a part of it or a further number",
        ),
        (against in ("state", "city"), 0.3, f"different {against}; {again}"),
        (
            _unsaid(a) or _unsaid(b),
            0.8,
            "its international numbers districts too, and the register does not say which this is",
        ),
        (alone, 0.6, again),
        (towns, 0.6, "different places in the names"),
        ((left.loose or right.loose) and left.rest != right.rest, 0.8, "one names only a trade"),
        (bool(a.state and b.state and a.state != b.state), 0.65 if left.number else 0.4, "different state"),
        (True, 0.995 if left.sure and right.sure else 0.988, ""),
    )
    said = f"same international{' and number' if left.number else ''}: {left.affiliate} {left.number}".strip()
    return _first(said, rules)


def _unsaid(one: Reading) -> bool:
    """Whether a register's entry may be a district or a joint council: it says a low number, and not of what."""
    union = one.union
    return bool(one.file and union and union.between and not union.said)


def related(a: Reading, b: Reading) -> Verdict:
    """A record that names no known international beside a union of the same number: "IFF 74" and IAFF 74."""
    if contradiction(a, b):
        return _NO
    lone, union = (b, a) if a.unit else (a, b)
    word = "".join(word for word in lone.core if word.isalpha() and word not in UNIT_WORDS)
    acronym = (union.union.affiliate if union.union else "").lower().replace(" ", "")
    if not word or len(acronym) < 3 or OSA.distance(word, acronym) != 1:
        return _NO
    # Another letter is another union far too often (UGW, USW), and so is a registered one.
    p = 0.6 if is_slip(word, acronym) and not lone.file else 0.3
    return Verdict(p, (f"same number; {word.upper()} may be {acronym.upper()}", MAY_BE))


def compare_names(a: Reading, b: Reading) -> Verdict:
    """Two records that are no locals of a known international."""
    name = _name(a, b) if a.numbers == b.numbers else _NO
    if name.p == 0:
        return _NO
    against = contradiction(a, b) or ("place" if apart(a, b) else "")
    far = 0.55 if against in ("state", "city") and a.says > 24 and name.p > 0.95 and not a.generic else 0.3
    post = bool(a.zip and a.zip == b.zip)
    town, state = bool(a.city and a.city == b.city) or post, bool(a.state and a.state == b.state)
    one = bool(a.ein and a.ein == b.ein)
    many = (a.generic or a.common) and name.p >= 0.9 and not one
    rules = (
        (bool(against), far, f"different {against}"),
        (a.nobody, 0.1, "no organization's name"),
        (town and not one and _elsewhere(a, b), 0.75, "another ZIP code of a big city"),
        (town, 0.98 if many else 1.0, "same ZIP code" if post else "same city"),
        (_one_word(a, b), 0.4, "one word, and only one record says where"),
        (many, 0.6 if state or not a.generic else 0.4, "a name of many chapters"),
        (_anywhere(a, b), 0.6, "other places may have one of this name, and only one record says where"),
        (a.twin and b.twin and not one, 0.9, "several places are called like this town"),
        (True, 1.0, ""),
    )
    place, brackets = _first("", rules), _brackets(a, b)
    return Verdict(min(name.p, place.p, brackets.p), (*name.evidence, *place.evidence, *brackets.evidence))


def _elsewhere(a: Reading, b: Reading) -> bool:
    """Whether two records of a short name stand in two parts of a big city."""
    big = a.city in places() or a.city in twin_towns()
    return bool(a.zip and b.zip and a.zip != b.zip) and big and max(len(a.core), len(b.core)) <= SHORT_NAME


def _brackets(a: Reading, b: Reading) -> Verdict:
    """What only one of the two says in brackets: another part of one house, another chapter, or a remark."""
    more = (a.aside - set(b.core)) ^ (b.aside - set(a.core))
    if not more:
        return Verdict(1.0)
    both = bool(a.aside and b.aside)
    other = more & (OTHER_PART | LAW) or any(c.isdigit() for word in more for c in word)
    rules = (
        (bool(other), 0.35, "perhaps another part of one house"),
        (both, 0.55, "the brackets say different things"),
        (True, 0.8, "only one says this in brackets"),
    )
    return _first(" ".join(sorted(more)), rules)


def compare_beside(one: Reading, other: Reading, said: Beside) -> Verdict:
    """A name that another name holds: a question where nothing speaks against it."""
    against = contradiction(one, other)
    told = f"{one.name.strip()} may be {other.name.strip()}"
    return Verdict(0.3, (told, f"different {against}")) if against else Verdict(said.p, (told, said.why))


def _one_word(a: Reading, b: Reading) -> bool:
    """Whether a single word or its initials is all that the two share, and one says no place: many are called Hope."""
    return min(len(a.core), len(b.core)) < 2 and bool(a.state) != bool(b.state) and not (a.ein and a.ein == b.ein)


def _anywhere(a: Reading, b: Reading) -> bool:
    """Whether one record says no place and the name is of words that many have: there is an Anchor Housing in two
    countries, and a Rural Coalition. A name that holds the other's town or state is of that place."""
    if bool(a.state or a.city) == bool(b.state or b.city) or (a.ein and a.ein == b.ein):
        return False
    placed = a if a.state or a.city else b
    here = {*placed.city.split(), *core_words(placed.state)} & set(a.core) & set(b.core)
    return min(a.says, b.says) < TELLING and not here


def _name(a: Reading, b: Reading) -> Verdict:
    """By the names alone."""
    if a.core == b.core or a.compact == b.compact or sorted(a.core) == sorted(b.core):
        return _exact(a, b)
    if (ending := _endings(a, b)).p:
        return ending
    short, long = sorted((a, b), key=lambda one: (len(one.compact), one.compact))
    if long.compact.startswith(short.compact):
        return _longer(short, long)
    return _slip(a, b) if _slip(a, b).p else _overlap(a, b)


def _exact(a: Reading, b: Reading) -> Verdict:
    if a.core != b.core and a.compact != b.compact and not _turned(a, b):
        return Verdict(TURNED, ("the same words in another order",))
    said = "same name" if a.core == b.core else "same words"
    if (a.cut or b.cut) and (a.says < 16 or len(a.core) < 3):
        return Verdict(0.75, (said, "cut off, so that it may be another's"))
    if len(a.core) == 1 and a.says < 4:
        return Verdict(0.7, (said, "a common word"))
    return Verdict(0.975 if a.cut or b.cut else 0.988 if a.core != b.core else 0.99, (said,))


def _turned(a: Reading, b: Reading) -> bool:
    here = frozenset(word for one in (a, b) for word in (*one.city.split(), *core_words(one.state)))
    return same_turned(a.name, b.name, here)


def _longer(short: Reading, long: Reading) -> Verdict:
    """One name begins with the other: cut off by a narrow field, or another part of the same house."""
    whole = long.core[: len(short.core)] == short.core
    more = set(long.core[len(short.core) :])
    length = len(short.compact)
    if not whole and not more and length >= 26:
        return Verdict(0.98, (f"{short.name.strip()} may be {long.name.strip()}", CUT))
    rules = (
        (short.generic or len(short.core) < 2, 0.15, "a name of many"),
        (not whole, 0.85 if length >= 20 else 0.5 if length >= 12 else 0.4, "one name is cut off"),
        (short.cut, 0.85 if not more & place_words() and short.says > 15 else 0.6, "one name is cut off"),
        (bool(more & OTHER_PART), 0.35, "perhaps another part of one house"),
        (bool(more & COUNTRIES) or "\n" in long.name, 0.35, "a country's part, or several organizations"),
        (True, 0.55, LESS),
    )
    return _first(f"{short.name.strip()} may be {long.name.strip()}", rules)


def _slip(a: Reading, b: Reading) -> Verdict:
    """One letter too many, too few or moved; sure where a common word is beside no word at all."""
    pair = slipped_pair(a.core, b.core)
    if pair is None:
        whole = is_slip(a.compact, b.compact) and len(a.compact) >= 12
        return Verdict(0.9, ("one letter differs",)) if whole else _NO
    one, other = pair
    if _shortened(one, other) or _shortened(other, one):
        return Verdict(0.98 if _weighty(a.core, one, 5) else 0.7, (f"{one} is short for {other}",))
    if not is_slip(one, other):
        return Verdict(0.5 if OSA.distance(one, other) == 1 and len(one) > 5 else 0.0, (f"{one} / {other}",))
    return _slipped(a, one, other)


def _endings(a: Reading, b: Reading) -> Verdict:
    """Plurals, and one word in another form: a question."""
    if len(a.core) != len(b.core):
        return _NO
    differing = [(one, other) for one, other in zip(a.core, b.core, strict=True) if one != other]
    # Forms of one word begin alike, which most pairs of names that are compared do not.
    if len(differing) > MANY_ENDINGS or any(one[:3] != other[:3] for one, other in differing):
        return _NO
    rest = sum(weight(word) for word in a.core if word in b.core)
    plural = all(singular(one) == singular(other) for one, other in differing)
    if not plural and (len(differing) > 1 or rest <= 6 or not forms_of_one(*differing[0])):
        return _NO
    if len(differing) == 1 and _slip(a, b).p:
        return _NO
    said = ", ".join(f"{one} / {other}" for one, other in differing)
    return Verdict(0.8 if plural and rest > 4 else 0.6, (f"only the endings differ: {said}",))


def _slipped(a: Reading, one: str, other: str) -> Verdict:
    words = tuple(word for word in a.core if word != one)
    rest, least = sum(weight(word) for word in words), min(len(one), len(other))
    ending = one.rstrip("s") == other.rstrip("s")
    common, odd = (one, other) if known(one) >= known(other) else (other, one)
    # The one word beside a name of many chapters says which chapter: a slip there may be another town.
    town = bool({one, other} & place_words()) or generic(words)
    clear = known(common) >= ORDINARY and not known(odd) and least > 3 and not ending and rest > 6
    clear = clear and not _another_word(one, other, known(common))
    # A word that few names have may be a town, and towns differ by a letter: Brandon is not Bandon.
    plain = sorted(one) == sorted(other) or (known(common) >= LISTED and not _another_word(one, other, 0))
    rules = (
        (clear and not town, 0.98, ""),
        (
            not town and _weighty(a.core, one, 7) and (known(common) >= LISTED if ending else plain and least > 5),
            0.975,
            "",
        ),
        (least < 5 or rest < 4, 0.3, ""),
        (True, 0.8 if rest > 8 and not town else 0.6, ""),
    )
    return _first(f"one letter differs: {one} / {other}", rules)


def _another_word(one: str, other: str, names: int) -> bool:
    """Whether a letter more at an end makes another word of it: Alton and Dalton, Home and Homer; hardly so at the
    beginning of a word that stands in very many names."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or (long.endswith(short) and names < COMMON)


def _shortened(short: str, long: str) -> bool:
    return long in EITHER.get(short, ())


def _weighty(core: tuple[str, ...], without: str, least: float) -> bool:
    """Whether two further words stand, one of them rare, so that a changed word hardly makes another name."""
    rest = [weight(word) for word in core if word != without]
    return len(rest) >= 2 and max(rest) >= least and sum(rest) >= 10


def _overlap(a: Reading, b: Reading) -> Verdict:
    """Weighted overlap of the words: a question at best."""
    one, other = set(a.core), set(b.core)
    if 2 * len(one & other) < len(one | other):
        return _NO
    every = sum(weight(word) for word in one | other)
    shared = sum(weight(word) for word in one & other) / every if every else 0.0
    only = (one ^ other) & (place_words() | OTHER_PART)
    if shared < 0.72 or a.generic or b.generic:
        return _NO
    return Verdict(0.2 if only else 0.55, (f"the names share {shared:.0%} of what they say",))
