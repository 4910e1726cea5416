"""Slips of the pen: a letter too many, a letter too few, two letters changed about. A *different* letter is none.

"Wrokers" is "Workers"; but "Hertford" is not "Hartford" and "Printers" are no "Painters": where one letter stands for
another there are two words far too often, so nothing here takes them for one.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

_FORMS = ("", "al", "an", "ing", "n", "ic", "ial", "er", "ional", "ed", "ment")  # of one word, without its plural


def is_slip(a: str, b: str) -> bool:
    """Whether one of the two is the other with a single letter added, left out or moved by one place."""
    if a == b or OSA.distance(a, b, score_cutoff=1) != 1:
        return False
    return len(a) != len(b) or sorted(a) == sorted(b)


def slipped_pair(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, str] | None:
    """The one pair of words in which two equally long names differ; ``None`` when they differ in more, or not."""
    if len(a) != len(b):
        return None
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return differing[0] if len(differing) == 1 else None


def singular(word: str) -> str:
    """A word without the ending of its plural: nurseries and nursery, churches and church, funds and fund.

    >>> singular("nurseries"), singular("churches"), singular("business"), singular("gas")
    ('nursery', 'church', 'business', 'gas')
    """
    if len(word) < 4 or re.search(r"(?:ss|us|is)$", word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if re.search(r"(?:sses|xes|ches|shes)$", word) else word.removesuffix("s")


def forms_of_one(a: str, b: str) -> bool:
    """Whether two words are forms of one: Europe and European, nurse and nursing.

    >>> forms_of_one("education", "educational"), forms_of_one("motor", "motoring"), forms_of_one("marine", "marina")
    (True, True, False)
    """
    short, long = sorted((singular(a).removesuffix("e"), singular(b).removesuffix("e")), key=len)
    return len(short) > 4 and long.startswith(short) and long[len(short) :] in _FORMS
