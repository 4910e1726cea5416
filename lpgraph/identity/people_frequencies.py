"""How common names are, by shipped tables, and which given names are no form of another."""

from __future__ import annotations

import csv
import json
import re
from functools import lru_cache
from importlib.resources import files

from nicknames import NickNamer

_SHORT = NickNamer()
BORNE = 7  # as a power of two: of a million people


@lru_cache(maxsize=1)
def frequencies() -> dict[str, dict[str, int]]:
    """Kind (given, family) → name → how common it is; a name that is not listed is rare."""
    text = files("lpgraph.identity").joinpath("people_names.json").read_text("utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


def common(kind: str, name: str) -> int:
    """How common a name is, 0 (rare) to about 12, by the shipped table."""
    return frequencies()[kind].get(name, 0)


@lru_cache(maxsize=1)
def census() -> dict[str, dict[str, int]]:
    """Kind (given, family) → name → how many of a million people bear it, as a power of two; a name that is not listed
    is borne by fewer than fifty."""
    text = files("lpgraph.identity").joinpath("people_census.json").read_text("utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


def borne(given: str, family: str) -> int:
    """How common a whole name is by the census, 0 for a rare one: of a million people 2 ** (this - 20) bear it.

    >>> borne("john", "smith") > borne("maria", "garcia") > borne("john", "brightwater")
    True
    """
    parts = census()["given"].get(given, 0), census()["family"].get(family, 0)
    return sum(parts) if all(parts) else 0


def two_names(a: str, b: str) -> bool:
    """Whether two given names are each a name of its own, however alike: Mary and Mark are, Sara and Sarah are one,
    and so are two that only have their letters in another order. A slip of the pen leaves the first letter.

    >>> two_names("mary", "mark"), two_names("sara", "sarah"), two_names("mary", "marry"), two_names("kevin", "devin")
    (True, False, False, True)
    """
    if _spelled(a) == _spelled(b) or sorted(a) == sorted(b):
        return False
    known = _borne(a) and _borne(b) and not (a.startswith(b) or b.startswith(a))
    return (_own(a) and _own(b)) or known or _spelled(a)[:1] != _spelled(b)[:1]


@lru_cache(maxsize=1)
def _apart() -> frozenset[frozenset[str]]:
    text = files("lpgraph.identity").joinpath("people_own.csv").read_text("utf-8")
    return frozenset(
        frozenset((row["name"], other)) for row in csv.DictReader(text.splitlines()) for other in row["others"].split()
    )


def each_its_own(a: str, b: str) -> bool:
    """Whether two given names that may stand for each other are as a rule two people's: Ellen and Helen are.

    >>> each_its_own("helen", "ellen"), each_its_own("bill", "william")
    (True, False)
    """
    return frozenset((a, b)) in _apart()


def _borne(name: str) -> bool:
    """Whether so many are called so that it is rather a name than another's misspelling."""
    return census()["given"].get(name, 0) >= BORNE


def is_given(name: str) -> bool:
    """Whether a folded word is a usual given name, or short for one."""
    return _own(name)


@lru_cache(maxsize=16_384)
def _own(name: str) -> bool:
    return name in frequencies()["given"] or bool(_SHORT.nicknames_of(name) or _SHORT.canonicals_of(name))


@lru_cache(maxsize=16_384)
def _spelled(name: str) -> str:
    """A given name without letters that are a matter of taste: Bryan and Brian, Phillip and Philip, Ann and Anne."""
    name = re.sub(r"(.)\1e$", r"\1", name)
    for old, new in (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ie", "i"), ("z", "s"), ("h", ""), ("ou", "u")):
        name = name[:1] + name[1:].replace(old, new) if old == "h" else name.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", name)
