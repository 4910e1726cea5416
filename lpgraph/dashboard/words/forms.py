"""Dates, numbers and plurals as people write them."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PLURALS = {"person": "people", "entry": "entries", "body": "bodies", "policy": "policies"}


def number(value: float) -> str:
    """A number with separators: ``12,345``."""
    return f"{value:,.0f}"


def count(value: int, one: str, several: str = "") -> str:
    """How many of what, in the right plural: ``1 row``, ``12,345 rows``."""
    return f"{number(value)} {one if value == 1 else several or _PLURALS.get(one, one + 's')}"


def day(iso: str | None) -> str:
    """A date of any precision, as people write it: ``12 Mar 2026``, ``Mar 2026``, ``2026``, ``12 Mar 2026, 14:05``."""
    parts = (iso or "")[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return iso or ""
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[(int(parts[1]) - 1) % 12]
    date = f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
    clock = (iso or "")[11:16]
    return f"{date}, {clock}" if clock else date


def duration(seconds: float) -> str:
    """A rough time: ``5 seconds``, ``3 minutes``."""
    return count(max(1, round(seconds)), "second") if seconds < 90 else count(round(seconds / 60), "minute")
