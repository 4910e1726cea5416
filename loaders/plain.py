"""The plain cases of names and e-mail addresses, which are nearly all of a file, without the parsers' long way.

Each gives exactly what the parser would (``tests/loaders/test_plain.py``), or says that the parser must look.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache, lru_cache

DOMAINS = 20_000
_WORDS = re.compile(r"([A-Z][a-z0-9]{2,}) ([A-Z][a-z0-9]{2,})")
_ADDRESS = re.compile(r"([A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@([A-Za-z0-9.-]{1,150})")
_LOCAL = 64  # the most that RFC 5321 allows before the @


@cache
def words_of_names() -> frozenset[str]:
    """Every word that means something to the parser of names: a title, a suffix, a particle, a conjunction …"""
    from nameparser import Lexicon

    lexicon = Lexicon.default()
    sets = (getattr(lexicon, one.name) for one in fields(lexicon))
    return frozenset(
        word.casefold()
        for some in sets
        if isinstance(some, frozenset)
        for entry in some
        if isinstance(entry, str)
        for word in entry.split()
    )


def two_words(text: str) -> tuple[str, str] | None:
    """Given and family name of "Ada Vance"; ``None`` for a name with anything to parse in it."""
    found = _WORDS.fullmatch(text)
    if found is None or not words_of_names().isdisjoint((found[1].casefold(), found[2].casefold())):
        return None
    return found[1], found[2]


def address(text: str) -> str | None:
    """A plain e-mail address in lower case, ``""`` for one whose domain cannot be; ``None``: look closer."""
    found = _ADDRESS.fullmatch(text)
    if found is None or len(found[1]) > _LOCAL:
        return None
    domain = _domain(found[2])
    return f"{found[1]}@{domain}".casefold() if domain else ""


@lru_cache(maxsize=DOMAINS)
def _domain(text: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(f"a@{text}", check_deliverability=False).domain
    except EmailNotValidError:
        return ""
