"""How likely two organizations' records are one, and why in words. Numbers in the names must be equal throughout."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from lpgraph.identity.organizations_names import known, place_words, weight
from lpgraph.identity.organizations_read import Reading, contradiction
from lpgraph.identity.organizations_slips import is_slip, slipped_pair

# Words of another part of one house: a union and its fund, a party and its club, a charity and its action fund.
_OTHER_PART = frozenset(
    "foundation fund pac action trust political auxiliary friends alumni association endowment holding properties "
    "housing development retirees credit insurance benefit pension welfare scholarship youth women junior committee "
    "education school museum library services support ministries campaign project institute".split()
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two records are one organization, and the reasons in words."""

    p: float
    evidence: tuple[str, ...] = ()


_NO = Verdict(0.0)


def compare_unions(a: Reading, b: Reading) -> Verdict:
    """Two records of one union key."""
    left, right = a.union, b.union
    if left is None or right is None:
        return _NO
    said = f"same international{' and local' if left.number else ''}: {left.key.replace('|', ' ').strip()}"
    against = contradiction(a, b)
    if against in ("ein", "file"):
        return Verdict(0.45, (said, f"different {against}"))
    if left.parts != right.parts or left.part != right.part:
        return Verdict(0.55 if not (left.part or right.part) else 0.35, (said, "one names another number or part"))
    if against in ("state", "city"):
        return Verdict(0.3, (said, f"different {against}", "its international gives this number in every state"))
    if left.number and left.repeats and not (a.state and a.state == b.state):
        return Verdict(0.6, (said, "its international gives this number in every state"))
    if a.place and b.place and a.place.isdisjoint(b.place):
        return Verdict(0.6, (said, "different places in the names"))
    if a.state and b.state and a.state != b.state:
        return Verdict(0.85, (said, "different state"))
    return Verdict(0.995 if left.sure and right.sure else 0.985, (said,))


def related(a: Reading, b: Reading) -> Verdict:
    """A record that names no known international beside a union of the same number: "IFF 74" and IAFF 74."""
    if contradiction(a, b):
        return _NO
    lone, union = (b, a) if a.unit else (a, b)
    word = "".join(word for word in lone.core if word.isalpha() and word not in ("local", "union", "afl", "cio", "loc"))
    acronym = (union.union.affiliate if union.union else "").lower().replace(" ", "")
    if not word or len(acronym) < 3 or OSA.distance(word, acronym) != 1:
        return _NO
    return Verdict(0.6 if is_slip(word, acronym) else 0.5, (f"same number; {word.upper()} may be {acronym.upper()}",))


def compare_names(a: Reading, b: Reading) -> Verdict:
    """Two records that are no locals of a known international."""
    if a.numbers != b.numbers:
        return _NO
    name = _name(a, b)
    if name.p == 0:
        return _NO
    against = contradiction(a, b)
    if against in ("ein", "file", "unit", "numbers", "place"):
        return Verdict(min(name.p, 0.3), (*name.evidence, f"different {against}"))
    if against:
        far = 0.55 if a.says > 24 and name.p > 0.95 and not a.generic else 0.3
        return Verdict(min(name.p, far), (*name.evidence, f"different {against}"))
    if name.p >= 0.9 and a.generic and not (a.ein and a.ein == b.ein):
        if a.city and a.city == b.city:
            return Verdict(min(name.p, 0.98), (*name.evidence, "same city"))
        return Verdict(0.6 if a.state and a.state == b.state else 0.4, (*name.evidence, "a name of many chapters"))
    return Verdict(name.p, (*name.evidence, *(("same city",) if a.city and a.city == b.city else ())))


def _name(a: Reading, b: Reading) -> Verdict:
    """By the names alone."""
    if a.core == b.core or a.compact == b.compact or sorted(a.core) == sorted(b.core):
        return _exact(a, b)
    short, long = sorted((a, b), key=lambda one: (len(one.compact), one.compact))
    if long.compact.startswith(short.compact):
        return _longer(short, long)
    return _slip(a, b) if _slip(a, b).p else _overlap(a, b)


def _exact(a: Reading, b: Reading) -> Verdict:
    said = "same name" if a.core == b.core else "same words"
    if (a.cut or b.cut) and a.says < 20:
        return Verdict(0.75, (said, "cut off, so that it may be another's"))
    if len(a.core) == 1 and a.says < 4:
        return Verdict(0.7, (said, "a common word"))
    return Verdict(0.975 if a.cut or b.cut else 0.985 if a.core != b.core else 0.99, (said,))


def _longer(short: Reading, long: Reading) -> Verdict:
    """One name begins with the other: cut off by a narrow field, or another part of the same house."""
    whole = long.core[: len(short.core)] == short.core
    more = set(long.core[len(short.core) :])
    said = f"{short.name.strip()} may be {long.name.strip()}, cut off"
    if (
        not whole
        and len(short.compact) >= 26
        and long.compact[len(short.compact) :] == "".join((*long.core,))[len(short.compact) :]
        and len(long.core) == len(short.core)
    ):
        return Verdict(0.98, (said,))
    if short.generic or len(short.core) < 2:
        return Verdict(0.15, (said,))
    if not whole:
        return Verdict(0.85 if len(short.compact) >= 20 else 0.5, (said,))
    if short.cut:
        return Verdict(0.85 if not more & place_words() and short.says > 15 else 0.6, (said,))
    return Verdict(0.35 if more & _OTHER_PART else 0.55, (f"{long.name.strip()} says more than {short.name.strip()}",))


def _slip(a: Reading, b: Reading) -> Verdict:
    """One letter too many, too few or moved; sure where a common word is beside no word at all."""
    pair = slipped_pair(a.core, b.core)
    if pair is None:
        if is_slip(a.compact, b.compact) and len(a.compact) >= 12:
            return Verdict(0.9, ("one letter differs",))
        return _NO
    one, other = pair
    if not is_slip(one, other):
        return Verdict(0.5 if OSA.distance(one, other) == 1 and len(one) > 5 else 0.0, (f"{one} / {other}",))
    said = f"one letter differs: {one} / {other}"
    rest = sum(weight(word) for word in a.core if word != one)
    ending = one.rstrip("s") == other.rstrip("s")
    common, odd = (one, other) if known(one) >= known(other) else (other, one)
    clear = (
        known(common) >= 8 and not known(odd) and not ({one, other} & place_words()) and min(len(one), len(other)) > 3
    )
    if clear and not ending and rest > 6:
        return Verdict(0.98, (said,))
    if min(len(one), len(other)) < 5 or rest < 4:
        return Verdict(0.3, (said,))
    return Verdict(0.8 if rest > 8 else 0.6, (said,))


def _overlap(a: Reading, b: Reading) -> Verdict:
    """Weighted overlap of the words: a question at best."""
    one, other = set(a.core), set(b.core)
    every = sum(weight(word) for word in one | other)
    shared = sum(weight(word) for word in one & other) / every if every else 0.0
    only = (one ^ other) & (place_words() | _OTHER_PART)
    if shared < 0.72 or a.generic or b.generic:
        return _NO
    return Verdict(0.2 if only else 0.55, (f"share {shared:.0%} of what their names say",))
