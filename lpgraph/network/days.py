"""Dates of the graph (ISO text cut to its precision) as day numbers, for ages and decay."""

from __future__ import annotations

from datetime import UTC, date, datetime

UNKNOWN = float("nan")


def day_of(text: str | None) -> float:
    """The day number of an ISO date; the middle of the year or month when it says no more; NaN for no date.

    >>> day_of("2024-05-12T18:00:00Z") - day_of("2024-05"), day_of("soon")
    (-3.0, nan)
    """
    year, month, day = [*(text or "")[:10].split("-"), "", ""][:3]
    try:
        return float(date(int(year), int(month or 7), int(day or (15 if month else 1))).toordinal())
    except ValueError:
        return UNKNOWN


def iso(day: float) -> str:
    """The ISO date of a day number."""
    return date.fromordinal(int(day)).isoformat()


def today() -> str:
    """The date now, in UTC, as ISO text."""
    return datetime.now(UTC).date().isoformat()


def is_current(start: str | None, end: str | None, on: str) -> bool:
    """Whether a term from ``start`` to ``end`` covers the day ``on``; a missing or coarse date is read generously."""
    start, end = (start or "")[:10], (end or "")[:10]
    return (not start or start <= on[: len(start)]) and (not end or end >= on[: len(end)])
