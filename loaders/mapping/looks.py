"""What a column's values look like, where its name says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.dates import likely_order, partial

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?[\d(][\d().\s/-]{7,18}\d(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.()\"-]*){1,4}")
_STATES = re.compile(
    "A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]",
    re.IGNORECASE,
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
    return next((kind for kind, fits in _LOOKS if fits(filled)), "")


def named(values: Sequence[str]) -> float:
    """The share of the different filled values that are written as people's names are."""
    return share(sorted({v for v in values if v and len(v) < 60}), _NAME) if values else 0.0


def like_organizations(values: Sequence[str]) -> float:
    """The share of the different filled values with a word that only organizations have in their name."""
    filled = {v for v in values if v.strip()}
    return sum(bool(_ORGANIZATION.search(v) or _MORE.search(v)) for v in filled) / len(filled) if filled else 0.0


# Beside the words above, which single columns are taken by; these also stand in the names of streets and of people.
_MORE = re.compile(
    r"\b(?:action|advocates?|agency|bank|campaign|chamber|chapter|church|club|collective|college|commission|community"
    r"|company|congregation|co-?op(?:erative)?|corp(?:oration)?|democrats|for|fund|institution|labor|league|library"
    r"|majority|ministries|movement|of|organi[sz]ation|organizing|party|people[’']s|school|services?|trust|united"
    r"|voices?|voters|women[’']s)\b|&",
    re.IGNORECASE,
)


def _organizations(filled: Sequence[str]) -> bool:
    return len(filled) > 2 and sum(bool(_ORGANIZATION.search(v)) for v in filled) >= 0.4 * len(filled)


def _names(filled: Sequence[str]) -> bool:
    varied = len(filled) > 2 and len(set(filled)) >= 0.4 * len(filled)
    return varied and share(filled, _NAME) >= 0.7 and all(len(v) < 60 for v in filled)


def _phones(filled: Sequence[str]) -> bool:
    return share(filled, _PHONE) >= 0.6 and _dialled(filled[:50]) >= 0.6


def _dialled(values: Sequence[str]) -> float:
    """The share of the values that are phone numbers somebody could have, written as such (not a bare number)."""
    import phonenumbers

    found = 0
    for value in values:
        if value.isdigit():
            continue
        try:
            found += phonenumbers.is_valid_number(phonenumbers.parse(value, "US"))
        except phonenumbers.NumberParseException:
            continue
    return found / len(values)


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


# In order: a column is the first that fits.
_LOOKS: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
    ("email", lambda values: share(values, _EMAIL) >= 0.6),
    ("url", lambda values: share(values, _URL) >= 0.6),
    ("date", lambda values: dated(values) >= 0.8),
    ("phone", _phones),
    ("state", lambda values: share(values, _STATES) >= 0.9),
    ("organization", _organizations),
    ("name", _names),
)
