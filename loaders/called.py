"""What somebody is called, out of what a file wrote: “Whitlock, Dana”, “Dana W (Dana Whitlock)”, “Ferrer, MPA”."""

from __future__ import annotations

import re

from loaders import plain
from lpgraph.ids import fold

_PARTICLES = frozenset((
    "de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "van", "von", "der", "den", "ter", "ten",
    "el", "al", "bin", "ibn", "st", "san", "santa", "mac", "le",
))  # fmt: skip
_GENERATION = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_OFFICES = frozenset((
    "councilmember", "councilman", "councilwoman", "councilor", "councillor", "mayor", "supervisor", "commissioner",
    "alderman", "alderwoman", "trustee", "clerk", "treasurer", "senator", "representative", "delegate",
    "assemblymember", "president", "chair", "minister",
))  # fmt: skip
_WRITTEN = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
_BRACKETS = re.compile(r"\s*(\([^()]*\))\s*$")
_PRONOUNS = re.compile(r"(?i)^(?:she|he|they|ze|xe|any|ella|él|elle)(?:\s*/\s*\w+){0,3}$")
_LONG = 3  # given names
# Letters behind a family name: after a comma any short word in capitals, else those that everybody writes.
_LETTERS = re.compile(
    r"(?:,\s*(?:[A-Z]{2,6}(?:-[A-Z]{1,4})?|Ph\.?\s?D\.?|Ed\.?\s?D\.?|Psy\.?D\.?|M\.?D\.?|J\.?D\.?|Esq\.?|M\.(?:A|S|P\.A|B\.A)\.?)"
    r"|\s+(?:MPA|MPH|MBA|MSW|LCSW|CPA|PhD|Ph\.D\.|Esq\.?|EdD|RN|JD|MD))+\s*$"
)


def straight(text: str) -> str:
    """A name in reading order; one that is no “family name, given names” beyond doubt stays as it is.

    >>> straight("Whitlock, Dana"), straight("De La Cruz, Maria Jose"), straight("Dana Whitlock, MPA")
    ('Dana Whitlock', 'Maria Jose De La Cruz', 'Dana Whitlock, MPA')
    """
    if "," not in text:
        return text
    aside = _BRACKETS.search(text)
    parts = [part.strip() for part in (text[: aside.start()] if aside else text).split(",")]
    suffix = parts.pop() if len(parts) == _LONG and _GENERATION.fullmatch(parts[-1]) else ""
    if len(parts) != 2 or not all(_WRITTEN.fullmatch(part) for part in parts):
        return text
    family, given = parts
    own = [word for word in family.split() if fold(word) not in _PARTICLES]
    if own and _GENERATION.fullmatch(own[-1]):
        suffix, own = own[-1], own[:-1]
        family = family[: -len(suffix)].strip()
    names = [fold(word) for word in given.split()]
    if len(own) != 1 or len(names) > _LONG or fold(own[0]) in _OFFICES or _means_something(names, own[0], given):
        return text
    return " ".join(part for part in (given, family, suffix, aside.group(1) if aside else "") if part)


def _means_something(names: list[str], family: str, given: str) -> bool:
    """Whether a part is a title, an office or letters behind a name rather than a name."""
    capitals = given.isupper() and not family.isupper() and len(given.strip(".")) > 1
    return capitals or not plain.words_of_names().isdisjoint(names) or not _OFFICES.isdisjoint(names)


def letters(family: str) -> tuple[str, str]:
    """A family name without the letters behind it, and those.

    >>> letters("Ferrer, MPA"), letters("Ferrer"), letters("Vale (she/her)")
    (('Ferrer', 'MPA'), ('Ferrer', ''), ('Vale', ''))
    """
    aside = _BRACKETS.search(family)
    if aside and _PRONOUNS.match(aside.group(1)[1:-1].strip()):
        family = family[: aside.start()]
    found = _LETTERS.search(family)
    if not found or not found.start() or family.isupper():
        return family, ""
    return family[: found.start()], found.group().strip(", ")


def fuller(original: str, shown: str) -> bool:
    """Whether the name in brackets says more than the one before: “Ana L (Ana Lopez)”, “AL (Ana Lopez)”."""
    words, whole = [fold(w) for w in shown.split()], fold(original).split()
    if len(whole) < 2 or not words or not all(words):
        return False
    if len(words) == 1:
        return words[0] in (whole[0], f"{whole[0]}{whole[-1][0]}") or words[0] == "".join(w[0] for w in whole)
    return len(words) == 2 and len(words[1]) == 1 and words[0] in (whole[0], whole[0][0]) and whole[-1][0] == words[1]


def better(text: str) -> str:
    """The fuller one of a name and the name in the brackets behind it."""
    aside = _BRACKETS.search(text)
    if not aside or not aside.start():
        return text
    shown, inner = text[: aside.start()].strip(), aside.group(1)[1:-1].strip()
    own = ", ".join(part for part in map(str.strip, inner.split(",")) if not _PRONOUNS.match(part))
    return own if fuller(own, shown) else text
