"""What a briefing is: sections of points, each with the rows that say it, and whom to meet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lpgraph.model import FileRow

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w-])(\+\d[\d ().-]{7,}\d|(1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4})(?!\w)")
LEFT_OUT = "[address left out]"
LONGEST = 260  # letters of one point: it is one page


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know, and the rows that say so."""

    text: str
    said: tuple[FileRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Points under one title, ``more`` that did not fit, and what to say where there are none."""

    key: str
    title: str
    points: tuple[Point, ...]
    more: int = 0
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Meet:
    """Somebody to meet: why, in sentences, and who can make the introduction. No address, ever."""

    id: str
    name: str
    kind: str
    where: str
    why: tuple[str, ...]
    broker: str
    said: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The page. ``flags``: what keeps one from calling; ``nobody``: why there is nobody to meet."""

    id: str
    name: str
    kind: str
    line: str
    day: str
    flags: tuple[str, ...]
    sections: tuple[Section, ...]
    meet: tuple[Meet, ...] = ()
    nobody: str = ""
    sources: tuple[FileRow, ...] = field(default=())

    def section(self, key: str) -> tuple[Point, ...]:
        """The points of one section."""
        return next((s.points for s in self.sections if s.key == key), ())


def without_addresses(text: str) -> str:
    """A text that somebody typed, without e-mail addresses and phone numbers: a page is passed on.

    >>> without_addresses("call 303-555-0101 or ana@example.org by 2026-11-24")
    'call [address left out] or [address left out] by 2026-11-24'
    """
    return _PHONE.sub(LEFT_OUT, _EMAIL.sub(LEFT_OUT, text))


def point(text: str, *said: FileRow) -> Point:
    """A point, short enough for the page."""
    told = " ".join(without_addresses(text).split())
    told = told if len(told) <= LONGEST else told[: LONGEST - 1].rstrip() + "…"
    return Point(told, tuple(sorted({row for row in said if row.file}, key=lambda r: r.place)))
