"""``Title, day``: where a title ends and a day begins, and words that look like a day and cannot be read as one.

The day may be written in any way that a template's date may: ``Title, 3/14/2026``, ``Title (March 14, 2026)``. Behind a
comma or a bracket a month is enough (``Title, 2026-03``); a year alone is part of the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.dates import usual
from lpgraph.ids import fold

_DAY, _MONTH = 10, 7  # characters of a whole day, of a month
_WEEKDAYS = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_SPANISH = (
    "lunes|martes|miercoles|jueves|viernes|sabado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    "|septiembre|octubre|noviembre|diciembre|hoy|manana|ayer"
)
_NEXT = "next|this|last|coming|past|proximo|proxima|pasado|pasada"
# Where a title may end and a day begin.
_MAY_END = re.compile(rf"\s*[,(]\s*|\s+(?=\d|(?:{_MONTHS})\b)", re.IGNORECASE)
_NAMES_A_DAY = re.compile(rf"{_WEEKDAYS}|{_MONTHS}|{_SPANISH}|today|tomorrow|tonight|yesterday")
_SPAN = re.compile(rf"(?:{_NEXT}) (?:week|weekend|month|year|semana|mes|ano)")
_GOES_WITH = re.compile(
    rf"{_NEXT}|week|weekend|month|year|semana|mes|ano|que|viene|the|of|on|at|in|from|to|and|de|del|el|la|a|y"
    r"|morning|noon|afternoon|evening|night|am|pm|[ap]|m|\d{1,4}(?:st|nd|rd|th|am|pm)?|utc|gmt|[ecmp][sd]?t"
)
_NUMBERS = re.compile(r"\d{1,4}([/.–-])\d{1,2}(?:\1\d{1,4})?|[a-z]{3,9}-\d{1,2}(?:-\d{2,4})?", re.IGNORECASE)
_THREE = re.compile(r"\s(\d{1,4}([/.-])\d{1,2}\2\d{1,4})$")
_AT_THE_END = re.compile(
    rf"\s((?:(?:on|at) )?(?:(?:{_NEXT}) (?:{_WEEKDAYS}|week|weekend|month)|(?:tomorrow|tonight)"
    rf"|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and its day (``when``: ``2026-03-14`` or ``2026-03``, empty where none is written); ``unread``: words
    that look like a day and are none, or may be two days (then ``when`` is the likelier)."""

    title: str
    when: str = ""
    unread: str = ""


def titled(text: str) -> Titled:
    """The title and the day of ``Title, day``; all is title where no day can be read.

    >>> titled("Town Hall, March 2026").when, titled("Town Hall, next Tuesday").unread
    ('2026-03', 'next Tuesday')
    """
    text = text.strip()
    ends = [found for found in _MAY_END.finditer(text) if text[: found.start()].strip()]
    month = None
    for found in ends:
        tail, marked = text[found.end() :].rstrip(") "), bool(found.group().strip())
        when, doubt = _when(tail, marked)
        if len(when) >= _DAY:
            return Titled(_end(text[: found.start()], marked), when[:_DAY], tail if doubt else "")
        if len(when) == _MONTH and marked and month is None and re.search(r"\d{4}", tail):
            month = Titled(_end(text[: found.start()]), when)
    return month or _unread(text, [found for found in ends if found.group().strip()])


def _unread(text: str, ends: list[re.Match[str]]) -> Titled:
    """A text in which no day can be read, and what looks like one all the same."""
    if _looks_like_a_day(text):
        return Titled(text, unread=text)
    for found in ends:
        if _looks_like_a_day(tail := text[found.end() :].rstrip(") ")):
            return Titled(_end(text[: found.start()]), unread=tail)
    last = _THREE.search(text) or _AT_THE_END.search(text)
    return Titled(_end(text[: last.start()]), unread=last.group(1)) if last else Titled(text)


def _when(tail: str, marked: bool) -> tuple[str, str]:
    """A day, month or year as ISO text, and whether it may be another day; empty for what is none, or a bare number."""
    if not any(c in tail for c in "/-. ,") and not (marked and re.fullmatch(r"\d{8}", tail)):
        return "", ""
    try:
        return usual(tail)
    except ValueError:
        return "", ""


def _end(title: str, marked: bool = True) -> str:
    """A title without the dash, or the “on”, that leads to its day."""
    bare = title.strip().rstrip(" -–—:@|")
    return (bare if marked else re.sub(r"\s+(?:on|el)$", "", bare, flags=re.IGNORECASE)).rstrip() or title.strip()


def _looks_like_a_day(tail: str) -> bool:
    """Whether words say a day and nothing else: every one of them belongs to a day, and one names it."""
    words = [word.strip(".,;:()") for word in tail.split()]
    named = False
    for word in filter(None, words):
        folded = fold(word)
        if _NUMBERS.fullmatch(word) or _NAMES_A_DAY.fullmatch(folded):
            named = True
        elif not all(_GOES_WITH.fullmatch(part) for part in folded.split()):
            return False
    return named or bool(_SPAN.search(fold(tail)))
