"""Dates as the graph keeps them: ISO text cut to its precision (``2024``, ``2024-05``, ``2024-05-12T18:00:00Z``)."""

from __future__ import annotations

from datetime import UTC, datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def today() -> str:
    """The date now, in UTC, as ISO text."""
    return datetime.now(UTC).date().isoformat()


def is_current(start: str | None, end: str | None, on: str) -> bool:
    """Whether a term from ``start`` to ``end`` covers the day ``on``; a missing or coarse date is read generously.

    >>> is_current("2019", "2024-05", "2024-05-31"), is_current("2019", "2024-05", "2024-06-01")
    (True, False)
    """
    start, end = (start or "")[:10], (end or "")[:10]
    begun = not start or start <= on[: len(start)]
    return begun and (not end or end >= on[: len(end)])


def show(date: str | None) -> str:
    """A date as people read it: ``12 Mar 2026``, ``Mar 2026``, ``2026``; other text as it is.

    >>> show("2026-03-12T18:00:00Z"), show("2026-03"), show("2026")
    ('12 Mar 2026', 'Mar 2026', '2026')
    """
    if not date:
        return ""
    year, *rest = date[:10].split("-")
    if not rest or not all(p.isdigit() for p in (year, *rest)) or not 1 <= int(rest[0]) <= 12:
        return date
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def span(start: str | None, end: str | None) -> str:
    """From when to when, as people read it: ``2019 to May 2024``, ``since 2019``, ``until 2024``, or nothing."""
    if start and end:
        return show(start) if start == end else f"{show(start)} to {show(end)}"
    if start:
        return f"since {show(start)}"
    return f"until {show(end)}" if end else ""
