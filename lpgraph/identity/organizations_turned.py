"""The same words in another order: when that is the same name, and when it is a question.

"Teachers Association of Denver" is the "Denver Teachers Association": a place moves to the other end of a name, and so
do the two sides of "and" and of an index's comma. "Mail on Sunday" and "Sunday Mail" are two newspapers. A school, a
church, a bank, a newspaper is called by its exact name: Miami University is not the University of Miami.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpgraph.identity.organizations_names import (
    LEGAL,
    STOP,
    abbreviations,
    core_words,
    known,
    place_words,
    places,
    raw_words,
    twin_towns,
)

ORDINARY = 20  # in so many names of the shipped table a word is no place that the table merely does not list
_OF = frozenset(["of", "for", "de", "du", "des", "del"])
_SEATS = frozenset(["city", "county", "town", "village", "borough", "state"])  # "City of Lowell" is "Lowell City"
_EXACT = frozenset([
    "academy", "bank", "cathedral", "chapel", "church", "college", "herald", "journal", "mail", "ministries",
    "newspaper", "news", "parish", "post", "press", "radio", "school", "schools", "star", "sun", "synagogue", "temple",
    "times", "tribune", "university",
])  # fmt: skip
_Words = tuple[str, ...]


def same_turned(a: str, b: str, here: frozenset[str]) -> bool:
    """Whether two names of the same words say the same, only turned round; ``here``: the words of both records' own
    city and state columns."""
    one, other = core_words(a), core_words(b)
    both = "and" in _written(a) and "and" in _written(b)
    return other in set(_turns(a, here, both)) or one in set(_turns(b, here, both))


def _written(name: str) -> list[str]:
    """The words with the little ones between them."""
    return [long for word in raw_words(name) if word not in LEGAL for long in abbreviations().get(word, (word,))]


def _turns(name: str, here: frozenset[str], both: bool) -> Iterator[_Words]:
    """The other orders in which somebody may write a name; ``both``: so has the other name an "and"."""
    yield from _at_a_comma(name)
    words = _written(name)
    if _EXACT.intersection(words):
        return
    for at, word in enumerate(words):
        before, after = _kept(words[:at]), _kept(words[at + 1 :])
        if word in _OF and len(before) > 1 and after and all(_local(place, here, word) for place in after):
            yield after + before
        if word in _OF and at and words[at - 1] in _SEATS and after:
            yield (*before[:-1], after[0], before[-1], *after[1:])
        if both and word == "and" and len(before) + len(after) > 2:
            yield from _swapped(before, after)
    yield from _moved(_kept(words), here)


def _at_a_comma(name: str) -> Iterator[_Words]:
    """ "Reyes, Ana" and "Denver, Teachers Association of": one comma, as an index writes it; or a "c/o"."""
    sides = [side for side in re.split(r"(?i),|\bc/o\b", name) if not set(raw_words(side)) <= LEGAL]
    if len(sides) == 2:
        care = "c/o " if "," not in name else ""
        yield core_words(f"{sides[1]} {care}{sides[0]}")


def _swapped(before: _Words, after: _Words) -> Iterator[_Words]:
    """The word on each side of "and" changed about; all of each side where they are all that the name says."""
    yield (*before[:-1], *after[:1], *before[-1:], *after[1:])
    if len(before) == len(after):
        yield after + before


def _moved(words: _Words, here: frozenset[str]) -> Iterator[_Words]:
    """A whole place at one end put at the other: "YMCA Lowell" and "Lowell YMCA"; never half of "West Virginia"."""
    for at in range(1, len(words) - 1):
        if _place(words[:at], here) and not _place(words[: at + 1], here):
            yield words[at:] + words[:at]
        if _place(words[-at:], here) and not _place(words[-at - 1 :], here):
            yield words[-at:] + words[:-at]


def _place(words: _Words, here: frozenset[str]) -> bool:
    return " ".join(words) in places() or all(word in here for word in words)


def _local(word: str, here: frozenset[str], behind: str) -> bool:
    # A town that no table lists is a word that few names have.
    unlisted = behind == "of" and known(word) < ORDINARY and word.isalpha()
    return unlisted or word in place_words() or word in twin_towns() or word in here


def _kept(words: list[str]) -> _Words:
    return tuple(word for word in words if word not in STOP)
