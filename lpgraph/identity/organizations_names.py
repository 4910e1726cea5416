"""An organization's written name reduced to what two spellings of it share, and how much its words say.

Legal endings, articles and the usual shortenings go away (``organizations_abbreviations.csv``); numbers stay and must
be equal. How rare a word is comes from a shipped table (``organizations_words.csv``), never from what was loaded, so
that a pair's answer is the same in every store.
"""

from __future__ import annotations

import csv
import math
import re
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from lpgraph.identity.organizations_slips import is_slip
from lpgraph.ids import fold

LEGAL = frozenset([
    "inc", "incorporated", "corp", "corporation", "llc", "llp", "lp", "ltd", "limited", "pllc", "pc", "co", "company",
    "nfp", "npc", "ltee", "pbc",
])  # fmt: skip
# Endings of companies elsewhere: away at the end alone, where they are no words and no states ("NV", "SA", "AG" are).
ENDS = frozenset([
    "plc", "gmbh", "mbh", "bv", "srl", "sarl", "pty", "pte", "pvt", "bhd", "sdn", "oyj", "asa", "kgaa", "ltda", "cic",
])  # fmt: skip
# A labor body of these is the same with and without "AFL-CIO" behind its name; "Ohio AFL-CIO" is nothing without it.
_LABOR = frozenset(["council", "federation", "union", "workers", "trades"])
STOP = frozenset([
    "the", "of", "for", "and", "in", "at", "to", "a", "an", "on", "by", "with", "de", "la", "el", "los", "las", "le",
    "les", "du", "des",
])  # fmt: skip
# A name that stops at one of these was cut off by its form's field: what follows is not known.
_DANGLING = frozenset([
    "of", "for", "and", "the", "in", "at", "to", "a", "an", "on", "by", "with", "against", "from", "greater", "state",
])  # fmt: skip
ASIDE = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)|\[([^\]]*)\]")
_ALIAS = re.compile(r"\b(?:d/?b/?a|a/?k/?a|f/?k/?a|formerly(?: known as)?|also known as)\b.*$", re.IGNORECASE)
_COUNTING = re.compile(r"[a-z]|ii|iii|iv|vi{0,3}|ix|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
# States that are little words, behind a comma at the end: "Renters League of Lowell, IN".
_LITTLE_STATES = {"in": "indiana", "de": "delaware", "la": "louisiana", "me": "maine"}
_LITTLE_STATE = re.compile(r",\s*(in|de|la|me)\.?$", re.IGNORECASE)
_GLUED = re.compile(r"(.{4,}?)(?:inc|incorporated)$")  # "HOPE HOUSEINC": the form lost a blank


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables that are shipped with this package."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Short form → the words it stands for."""
    return {row["short"]: tuple(row["long"].split()) for row in table("organizations_abbreviations.csv")}


@cache
def places() -> dict[str, str]:
    """Folded names of states, provinces and well-known cities → the state's code, ``""`` for a city."""
    return {row["place"]: row["code"] for row in table("organizations_places.csv")}


@cache
def _states() -> dict[str, tuple[str, ...]]:
    return {code.lower(): tuple(place.split()) for place, code in places().items() if code}


@cache
def place_words() -> frozenset[str]:
    """Every word that is one in a place's name ("york", "hartford")."""
    return frozenset(word for place in places() for word in place.split() if word not in STOP)


@cache
def _counts() -> tuple[int, dict[str, int]]:
    rows = table("organizations_words.csv")
    return int(rows[0]["names"]), {row["word"]: int(row["names"]) for row in rows[1:]}


def known(word: str) -> int:
    """In how many names of the shipped table a word stands."""
    return _counts()[1].get(word, 0)


@cache
def weight(word: str) -> float:
    """How much a word says: its inverse document frequency; an unknown word says the most."""
    total, seen = _counts()
    return math.log(total / (1 + seen.get(word, 1)))


def raw_words(name: str) -> list[str]:
    """The folded words of a name, without what stands in brackets or behind "d/b/a", its possessives closed."""
    return list(_raw(name))


@lru_cache(maxsize=20_000)
def _raw(name: str) -> tuple[str, ...]:
    name = re.sub(r"(?i)\bpublic limited company\b", "plc", " ".join(name.split()))
    name = _LITTLE_STATE.sub(lambda found: " " + _LITTLE_STATES[found.group(1).lower()], name)
    return tuple(plain_words(_ALIAS.sub("", ASIDE.sub(" ", _unfolded(name))) or name))


def _unfolded(name: str) -> str:
    """ "ZHA (Zephyrvale Housing Alliance)" is what its brackets say."""
    aside = ASIDE.search(name) if "(" in name else None
    outside = ASIDE.sub(" ", name).split() if aside else []
    if aside is None or len(outside) != 1 or not aside.group(1):
        return name
    inside = [word for word in plain_words(aside.group(1)) if word not in LEGAL]
    return aside.group(1) if outside[0].lower().strip(".") in _firsts(inside) else name


def _firsts(words: list[str]) -> set[str]:
    """The initials of these words, with and without the little ones, where there are three and more."""
    kept = [word for word in words if word not in STOP]
    return {"".join(word[0] for word in some) for some in (words, kept) if len(kept) > 2}


def plain_words(text: str) -> list[str]:
    """The folded words of a text, whatever they are, its possessives closed and its dotted initials too."""
    text = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", "", re.sub(r"(?i)\bw/\s?", "with ", text))
    text = re.sub(r"\s*-\s*n/?a\s*$", "", text, flags=re.IGNORECASE)
    plain = fold(anyascii(re.sub(r"['’`ʻ]", "", text.replace("&", " and "))))
    plain = re.sub(r"\b(?:no|num|number) (?=\d)", "", plain)
    return re.sub(r"\b([a-z]{3,}) s\b", r"\1s", plain).split()


def _spelt_out(words: list[str]) -> list[str]:
    out: list[str] = []
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if last and place and word in _states() and word not in STOP | {"co", "la", "de", "me"}:
            out.extend(_states()[word])
        else:
            out.extend(abbreviations().get(word, (word,)))
    return out


@lru_cache(maxsize=100_000)
def _legal_slip(word: str) -> bool:
    return len(word) > 5 and not known(word) and any(is_slip(word, legal) for legal in LEGAL if len(legal) > 5)


def _legal_off(words: list[str]) -> list[str]:
    kept = [word for word in words if word not in LEGAL and not _legal_slip(word)]
    while len(kept) > 1 and kept[-1] in ENDS:
        kept.pop()
    if kept[-2:] == ["afl", "cio"] and _LABOR.intersection(kept[:-2]):
        kept = kept[:-2]
    if kept and known(kept[-1]) == 0 and (glued := _GLUED.fullmatch(kept[-1])):
        kept[-1] = glued.group(1)
    return kept or words


def _told_twice(words: list[str]) -> list[str]:
    """Without the name's own initials before or behind it: "Zephyrvale Housing Alliance - ZHA"."""
    if len(words) > 3 and len(words[-1]) > 2 and words[-1] in _firsts(words[:-1]):
        return words[:-1]
    return words[1:] if len(words) > 3 and len(words[0]) > 2 and words[0] in _firsts(words[1:]) else words


@lru_cache(maxsize=200_000)
def core_words(name: str) -> tuple[str, ...]:
    """The words that two spellings of one name share, in order."""
    words = _spelt_out(_told_twice(_legal_off(raw_words(name))))
    return tuple([word for word in words if word not in STOP] or words)


def cut_off(name: str) -> bool:
    """Whether the name visibly stops in mid-sentence, as a form's narrow field leaves it."""
    words = [word for word in raw_words(name) if word not in LEGAL]
    return bool(words) and words[-1] in _DANGLING


def numbers(core: tuple[str, ...]) -> tuple[str, ...]:
    """The words that must be equal: numbers, lone letters and roman numerals that count chapters and posts."""
    return tuple(sorted(w for w in core if any(c.isdigit() for c in w) or _COUNTING.fullmatch(w)))


def initials(name: str) -> tuple[str, ...]:
    """The initials that an acronym of this name may have: with and without its little words and its legal ending."""
    words = raw_words(name)
    kept = [word for word in words if word not in STOP]
    bare = [word for word in kept if word not in LEGAL]
    found = ("".join(word[0] for word in some) for some in (bare, kept, [w for w in words if w not in LEGAL]))
    return tuple(dict.fromkeys(text for text in found if len(text) >= 2 and len(words) >= 2))


def acronym(name: str) -> str:
    """The name itself where it is written as an acronym ("NYCLU", "N.Y.C.L.U."), else the one in its brackets."""
    bare = re.sub(r"[^A-Za-z]", "", name)
    if " " not in name.strip() and 2 <= len(bare) <= 9 and (bare.isupper() or (bare.islower() and not known(bare))):
        return bare.lower()
    aside = ASIDE.search(name)
    inner = re.sub(r"[^A-Za-z]", "", aside.group(1) or "") if aside else ""
    return inner.lower() if inner.isupper() and 2 <= len(inner) <= 9 else ""


@cache
def twin_towns() -> frozenset[str]:
    """Towns whose name several states have, each big enough for a chapter of its own."""
    return frozenset(row["town"] for row in table("organizations_twins.csv"))


@cache
def brands() -> frozenset[str]:
    """Names under which there is a chapter in every town: alone they do not say which."""
    return frozenset(" ".join(core_words(row["name"])) for row in table("organizations_brands.csv"))
