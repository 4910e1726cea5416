"""How much may be asked of one person in a month, and how long a no rests. Hard limits: above them a person waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lpgraph.settings import Settings

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caps:
    """Introductions of one person in one calendar month by part, and days of rest.

    ``received``: somebody is brought to them. ``requested``: it is for them. ``brokered``: they make it.
    """

    received: int = 3
    brokered: int = 2
    requested: int = 5
    cool_off: int = 180  # days in which a declined pair is not suggested, both ways
    not_relevant: int = 365
    snooze: int = 90  # days of a bad time, unless a day is said

    def of(self, part: str) -> int:
        """The limit of one part by its name."""
        value: float = getattr(self, part)
        return int(value)


def caps_of(settings: Settings) -> Caps:
    """The limits as the environment sets them."""
    return Caps(
        settings.monthly_received,
        settings.monthly_brokered,
        settings.monthly_requested,
        settings.cool_off_days,
        snooze=settings.snooze_days,
    )


PARTS = ("received", "brokered", "requested")


def next_free(on: str) -> str:
    """The month in which somebody who is full this month is free again: ``December``, ``January 2027``."""
    year, month = int(on[:4]), int(on[5:7])
    return f"{MONTHS[0]} {year + 1}" if month == 12 else MONTHS[month]


def after(on: str, days: int) -> str:
    """The ISO day so many days later."""
    return (date.fromisoformat(on[:10]) + timedelta(days=days)).isoformat()
