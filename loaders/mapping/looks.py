"""What a column's values look like, where its name says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates import likely_order, partial

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?[\d(][\d().\s/-]{7,18}\d(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.()\"-]*){1,4}")
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA"
    " PR RI SC SD TN TX UT VT VA WA WV WI WY".split()
)
_ORGANIZATION = re.compile(
    r"\b(?:union|local|council|coalition|alliance|association|committee|inc|foundation|network|society|center|university"
    r"|department|workers|tenants|federation|project|partnership|institute|office|llc|ltd|group)\b",
    re.IGNORECASE,
)


def share(values: Sequence[str], pattern: re.Pattern[str]) -> float:
    """The share of the filled values that fit a pattern as a whole."""
    return sum(1 for v in values if pattern.fullmatch(v)) / len(values) if values else 0.0


def look(values: Sequence[str]) -> str:
    """``email``, ``phone``, ``url``, ``date``, ``state``, ``organization``, ``name``, or ``""`` for anything else."""
    filled = [v.strip() for v in values if v.strip()]
    if not filled:
        return ""
    for kind, pattern in (("email", _EMAIL), ("url", _URL)):
        if share(filled, pattern) >= 0.6:
            return kind
    if dated(filled) >= 0.8:
        return "date"
    if share(filled, _PHONE) >= 0.6:
        return "phone"
    if sum(v.upper() in _STATES for v in filled) >= 0.9 * len(filled):
        return "state"
    if sum(bool(_ORGANIZATION.search(v)) for v in filled) >= 0.4 * len(filled):
        return "organization"
    if share(filled, _NAME) >= 0.7 and len(set(filled)) >= 0.4 * len(filled):
        return "name" if all(len(v) < 60 for v in filled) else ""
    return ""


def dated(values: Sequence[str]) -> float:
    """The share of the values that are dates with at least a month, in one order or the other."""
    order = likely_order(list(values)) or "mdy"
    found = 0
    for value in values:
        if value.isdigit():
            continue
        try:
            found += len(partial(value, order)) >= 7
        except ValueError:
            continue
    return found / len(values) if values else 0.0
