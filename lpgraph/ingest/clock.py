"""The time, in one form: UTC, ISO 8601, to the microsecond; it sorts as text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

from lpgraph.errors import UsageError

FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> str:
    """This moment."""
    return datetime.now(UTC).strftime(FORM)


def changed(paths: list[Path]) -> str:
    """When the newest of these files was last changed: what an export's "as of" is unless somebody says otherwise."""
    return datetime.fromtimestamp(max(p.stat().st_mtime for p in paths), UTC).strftime(FORM)


def as_of(text: str) -> str:
    """A user's ``--as-of`` (a date, or a date and time). Raises ``UsageError`` for anything else.

    A day means its end, or this moment when it is today: who says "as of today" means all that is known by now.
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            end = datetime.combine(date.fromisoformat(text), time.max, UTC)
            present = datetime.now(UTC)
            return (present if end.date() == present.date() else end).strftime(FORM)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text}: write a date as 2026-03-12") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).strftime(FORM)
