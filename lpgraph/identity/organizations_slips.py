"""Slips of the pen: a letter too many, a letter too few, two letters changed about. A *different* letter is none.

"Wrokers" is "Workers"; but "Hertford" is not "Hartford" and "Printers" are no "Painters": where one letter stands for
another there are two words far too often, so nothing here takes them for one.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA


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
