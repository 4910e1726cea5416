"""Dates as files write them → ISO text cut to the precision they have; never a guess, never an impossible day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Order = Literal["mdy", "dmy", ""]

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SPANISH = {
    "enero": 1, "ene": 1, "febrero": 2, "marzo": 3, "abril": 4, "abr": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "ago": 8, "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "dic": 12,
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SLASH = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?(?:\. |[ ./-]))?([a-z]{3,10})\.?"
    r"(?:[ -](\d{1,2})(?:st|nd|rd|th)?(?=,? ))?(?:,?[ ./-]'?(\d{4}|\d{2}))"
)
_YEAR_WORD_DAY = re.compile(r"(\d{4})[ ./-]([a-z]{3,10})\.?[ ./-](\d{1,2})(?:st|nd|rd|th)?")
_TIME = re.compile(
    r"(?P<date>.*?\d)(?:T|,? +at +|,? +|,)(?P<h>\d{1,2})(?::(?P<m>\d{2}))?(?::(?P<s>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?P<zone> ?(?:Z|UTC|GMT|(?:[ECMP]|AK)[SD]T|HST|[ECMP]T|[+-]\d{2}:?(?:\d{2})?))?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_EXCEL = dt.datetime(1899, 12, 30)  # a workbook knows no zone
_UTC = re.compile(r"Z|UTC|GMT|[+-]00:?(?:00)?")
_UNSURE = (41, 68)  # two digits that may be last century as well as this one
_MONTH_MAX, _DAY_MAX = 12, 31
YEARS = (1800, 2100)  # a date outside is a slip of the pen


def partial(text: str, order: Order = "") -> str:
    """A date as ISO text, cut to the precision that the text has.

    ``order`` says whether ``10/05/2026`` is October 5 (``mdy``) or 10 May (``dmy``); without it such a date is taken
    only when one reading is impossible. Raises ``ValueError`` with the reason.

    >>> partial("12 Mar 2024"), partial("Jan-14"), partial("2000-05-00"), partial("2024-05-12T18:00:00-04:00")
    ('2024-03-12', '2014-01', '2000-05', '2024-05-12T18:00:00')
    """
    raw = " ".join(text.split())
    if not raw:
        return ""
    if _NUMBER.fullmatch(raw) and not re.fullmatch(r"\d{4}|\d{8}|0\d+", raw):
        return _number(raw)
    raw = _WEEKDAY.sub("", raw)
    timed = _TIME.fullmatch(raw)
    if timed and (timed["m"] or timed["half"]):
        return _with_time(timed, order, text)
    return _date(raw, order)


def _number(raw: str) -> str:
    """Seconds or milliseconds since 1970, or a spreadsheet's day number."""
    value = float(raw)
    if 1e11 <= value < 1e14:
        value /= 1000
    if 1e8 <= value < 4.1e9:  # 1973 to 2099
        moment = _EPOCH + dt.timedelta(seconds=int(value))
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    if 25_569 <= value < 65_000:  # 1970 to 2077: below and above stand years with a digit too many
        moment = _EXCEL + dt.timedelta(days=int(value), seconds=round((value % 1) * 86_400))
        return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat(timespec="seconds")
    raise ValueError(f"{raw} is a number, not a date")


def _with_time(timed: re.Match[str], order: Order, text: str) -> str:
    """A day with a time: as the clock on the wall showed it, whatever its distance from UTC (an evening in America is
    not the next day); in UTC when that is what the file says."""
    day = _date(timed["date"].strip(), order)
    if len(day) < 10:
        raise ValueError(f"{text.strip()!r} has a time but no day")
    hour, minute, second = int(timed["h"]), int(timed["m"] or 0), int(timed["s"] or 0)
    half = (timed["half"] or "").casefold().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            if not 13 <= hour <= 23 or half == "am":
                raise ValueError(f"{text.strip()!r} has no such time")
        else:
            hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour, minute, second))
    except ValueError as why:
        raise ValueError(f"{text.strip()!r} has no such time") from why
    zone = (timed["zone"] or "").strip().upper()
    _check_zone(zone, text)
    return moment.isoformat(timespec="seconds") + ("Z" if _UTC.fullmatch(zone) else "")


def _check_zone(zone: str, text: str) -> None:
    """Raises ``ValueError`` when a stated distance from UTC is one that no clock has."""
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if zone[:1] in ("+", "-") and (int(digits[:2]) > 14 or int(digits[2:]) > 59):
        raise ValueError(f"{text.strip()!r} has no such time zone")


def local(moment: str, zone: str) -> str:
    """A moment in UTC as the clock on the wall showed it in a named zone; as it is where the zone is unknown.

    >>> local("2026-03-13T00:00:00Z", "America/Denver"), local("2026-03-12", "America/Denver")
    ('2026-03-12T18:00:00', '2026-03-12')
    """
    if not moment.endswith("Z") or not zone:
        return moment
    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return moment
    return dt.datetime.fromisoformat(moment).astimezone(there).replace(tzinfo=None).isoformat(timespec="seconds")


def _date(raw: str, order: Order) -> str:
    """A date without a time."""
    for pattern in (_ISO, _YEAR_FIRST, _COMPACT):
        found = pattern.fullmatch(raw)
        if found:
            parts = [*(int(g or 0) for g in found.groups()), 0, 0][:3]
            return _cut(parts[0], parts[1], parts[2], raw)
    found = _MONTH_YEAR.fullmatch(raw)
    if found:
        return _cut(int(found[2]), int(found[1]), 0, raw)
    found = _SLASH.fullmatch(raw)
    if found:
        return _slashes(found, order, raw)
    worded = re.sub(r",? (?:of|del?) ", " ", raw.casefold())
    if found := _YEAR_WORD_DAY.fullmatch(worded):
        return _cut(int(found[1]), _month(found[2], raw), int(found[3]), raw)
    found = _WORDS.fullmatch(worded)
    if found:
        return _words(found, raw)
    raise ValueError(f"{raw!r} is not a date lpgraph can read")


def _slashes(found: re.Match[str], order: Order, raw: str) -> str:
    """Three numbers whose order the file, or the numbers themselves, must tell."""
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    if not order and _year_first(found):
        raise ValueError(f"{raw!r} may begin with the year or with the day: write 2024-03-12")
    if order == "mdy":
        return _cut(year, first, second, raw)
    if order == "dmy":
        return _cut(year, second, first, raw)
    if first == second or second > 12:
        return _cut(year, first, second, raw)
    if first > 12:
        return _cut(year, second, first, raw)
    raise ValueError(f"{raw!r} may be month/day or day/month: the mapping must say which ([event] order: mdy or dmy)")


def _year_first(found: re.Match[str]) -> bool:
    """Whether the first of three numbers may as well be a year: “24-03-12”."""
    return int(found[1]) > _MONTH_MAX and found[2] != "/" and len(found[4]) == 2 and int(found[4]) <= _DAY_MAX


def _words(found: re.Match[str], raw: str) -> str:
    """A date with the month as a word."""
    month = _month(found[2], raw)
    if found[1] and found[3]:
        raise ValueError(f"{raw!r} has two days")
    return _cut(_year(found[4]), month, int(found[1] or found[3] or 0), raw)


def _month(word: str, raw: str) -> int:
    """The number of a month's name or its beginning, in English or Spanish."""
    if word in _SPANISH:
        return _SPANISH[word]
    month = next((n for n, m in enumerate(_MONTHS, 1) if word[:3] == m[:3]), 0)
    if not month or (not _MONTHS[month - 1].startswith(word) and word != "sept"):
        raise ValueError(f"{raw!r} is not a date lpgraph can read")
    return month


def _year(text: str) -> int:
    """A year; of two digits, 1969 to 2040, whatever today's date is; others may be of either century."""
    year = int(text)
    if len(text) == 4:
        return year
    if _UNSURE[0] <= year <= _UNSURE[1]:
        raise ValueError(f"the year {text!r} may be 19{text} or 20{text}: write all four digits")
    return year + (2000 if year < 69 else 1900)


def _cut(year: int, month: int, day: int, raw: str) -> str:
    """ISO text of the parts that are known (zero is unknown); an impossible day is refused."""
    if not YEARS[0] <= year <= YEARS[1]:
        raise ValueError(f"{raw!r} is in the year {year}")
    if month == 0:
        if day:
            raise ValueError(f"{raw!r} has a day but no month")
        return f"{year:04d}"
    try:
        dt.date(year, month, day or 1)
    except ValueError as why:
        raise ValueError(f"{raw!r} does not exist in the calendar") from why
    return f"{year:04d}-{month:02d}-{day:02d}" if day else f"{year:04d}-{month:02d}"


def likely_order(texts: list[str]) -> Order:
    """The order that a column's own values prove: one has a first or a second number above 12; else unsaid."""
    firsts = [m for m in (_SLASH.match(" ".join(t.split())) for t in texts) if m and not _year_first(m)]
    day_first = any(int(m[1]) > 12 for m in firsts)
    month_first = any(int(m[3]) > 12 for m in firsts)
    if day_first == month_first:
        return ""
    return "dmy" if day_first else "mdy"


def usual(text: str) -> tuple[str, str]:
    """A date of a file whose slashes are month first, and what must be said of it.

    With dots nearly everybody writes the day first; with hyphens, either. Both are said where the other order would
    be a day too.

    >>> usual("3/12/2024"), usual("12.03.2024")[0]
    (('2024-03-12', ''), '2024-03-12')
    """
    found = _SLASH.match(" ".join(text.split()))
    if found is None or found[2] == "/" or max(int(found[1]), int(found[3])) > _MONTH_MAX or found[1] == found[3]:
        order: Order = "" if found and found[2] != "/" else "mdy"
        return partial(text, order), ""
    order, first = ("dmy", "day") if found[2] == "." else ("mdy", "month")
    read = partial(text, order)
    return read, f"{text.strip()!r} was read as {read}, the {first} first: write {read[:10]} to be sure"
