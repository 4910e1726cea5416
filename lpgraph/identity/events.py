"""Which events may be one: the same day and place, and a title that is the same or alike.

A provider's own number keeps its events apart, so only events of two sources are compared, and a day must be known. An
event that somebody only *pointed at* (``--event``, the attendance template: title and day) is the one event that is
called so on that day; where several are, a person is asked. A meeting of a diary is nobody else's meeting.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from lpgraph.ids import digest, fold

KEYS = 6  # of one card, at most
SURE, CALLED_ALIKE = 1.0, 0.9
_MOST = 40  # cards under one key; more are a name that says nothing
_ALIKE = 88.0  # of 100: two titles with a slip of the pen
_A_DAY = "0000-00-00"  # no day: all words of a title count
_EARLY = "05:00"  # in UTC: an evening in America is the day before
# Words that any event has in its title.
_ANY = frozenset((
    "a", "an", "and", "at", "by", "de", "del", "el", "for", "from", "in", "la", "las", "los", "of", "on", "our", "the",
    "to", "with", "y", "us", "join", "event", "events", "meeting", "meetings", "mtg", "session", "call", "zoom",
    "webinar", "online", "virtual", "person", "hybrid", "annual", "monthly", "weekly", "quarterly", "special",
    "regular", "public",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventCard:
    """One mention of an event. ``pointed``: title and day alone; ``place``: where, as far as the row says it."""

    key: str
    ref: str
    namespace: str = ""
    name: str = ""
    start: str = ""
    city: str = ""
    state: str = ""
    place: str = ""
    pointed: bool = False


@dataclass(frozen=True, slots=True)
class EventPair:
    """Two cards (keys) that may be one, and how likely."""

    a: str
    b: str
    p: float


def event_keys(card: EventCard) -> tuple[str, ...]:
    """At most six keys; cards that may ever be one share one. ``name:`` keys stand for a whole title on a day."""
    days = _days(card.start)
    title = fold(card.name)
    if not days or not title:
        return ()
    keys = [f"name:{day}|{title}" for day in days]
    few = sorted(_words(title, days[0]), key=lambda word: digest((word,)))  # alike titles draw alike samples
    keys += [f"word:{day}|{word}" for word in few for day in days]
    return tuple(keys[:KEYS])


def score_events(cards: Iterable[EventCard]) -> list[EventPair]:
    """All pairs of a deck that are one, or that a person should be asked about."""
    deck = [card for card in cards if event_keys(card)]
    by_key: defaultdict[str, list[EventCard]] = defaultdict(list)
    for card in deck:
        for key in event_keys(card):
            by_key[key].append(card)
    meant = _meant(by_key)
    found: dict[tuple[str, str], float] = {}
    for key in sorted(by_key):
        for a, b in _pairs(by_key[key]):
            ends = (min(a.key, b.key), max(a.key, b.key))
            if ends not in found:
                found[ends] = _likely(a, b, meant)
    return [EventPair(a, b, p) for (a, b), p in sorted(found.items()) if p > 0]


def apart(a: EventCard, b: EventCard) -> bool:
    """Whether two cards are two events whatever they are called: one provider's two, or two places."""
    if a.ref == b.ref:
        return False
    if a.namespace == b.namespace and a.pointed == b.pointed:
        return True
    return any(x and y and fold(x) != fold(y) for x, y in ((a.city, b.city), (a.state, b.state)))


def may_be_on(when: str, start: str, end: str = "") -> bool:
    """Whether what starts (and ends) then may be what somebody dates ``when``: each is cut to its own precision, an
    unknown one fits all, and a day inside of several is one of them."""
    if not when or not start:
        return True
    if any(day.startswith(when[: len(day)]) for day in _days(start) or (start,)):
        return True
    return len(when) == len(_A_DAY) and start[:10] < when <= end[:10]


def called_alike(one: str, two: str, day: str = _A_DAY) -> bool:
    """Whether two titles are so alike that somebody should be asked, or one begins with the other, word by word."""
    left, right = fold(one), fold(two)
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return left == right or longer.startswith(f"{shorter} ") or _alike(left, right, day) > 0


def _meant(by_key: dict[str, list[EventCard]]) -> dict[str, str]:
    """Of each event that was pointed at: the one event that it can be. Refs; nothing where there are several."""
    found: dict[str, str] = {}
    for key, cards in by_key.items():
        others = {card.ref for card in cards if not card.pointed}
        if key.startswith("name:") and len(others) == 1:
            found |= {card.ref: next(iter(others)) for card in cards if card.pointed}
    return found


def _pairs(cards: Sequence[EventCard]) -> Iterator[tuple[EventCard, EventCard]]:
    """The pairs under one key that are not two events anyway; none where too many events share it."""
    if len({card.ref for card in cards}) > _MOST:
        return
    yield from ((a, b) for a, b in combinations(cards, 2) if a.ref != b.ref and not apart(a, b))


def _likely(a: EventCard, b: EventCard, meant: dict[str, str]) -> float:
    one, two = fold(a.name), fold(b.name)
    if one == two:
        if meant.get(a.ref) == b.ref or meant.get(b.ref) == a.ref:
            return SURE
        same_place = bool(a.place) and fold(a.place) == fold(b.place)
        return SURE if same_place else CALLED_ALIKE
    return _alike(one, two, _days(a.start)[0])


def _alike(one: str, two: str, day: str) -> float:
    """How likely two different titles on one day are one event."""
    left, right = _words(one, day), _words(two, day)
    numbers = [{word for word in some if word.isdigit()} for some in (left, right)]
    if not left or not right or (all(numbers) and numbers[0] != numbers[1]):
        return 0.0
    if left == right:
        return 0.8
    fewer, more = sorted((left, right), key=len)
    if fewer <= more and (len(fewer) > 1 or len(more) == 2):
        return 0.7
    both = len(left & right) / len(left | right)
    return 0.6 if both >= 0.5 or fuzz.token_sort_ratio(one, two) >= _ALIKE else 0.0


@lru_cache(maxsize=50_000)
def _words(title: str, day: str) -> frozenset[str]:
    """The words of a folded title that tell it from others: not the day, which both have."""
    year, month, date = day.split("-")
    months, dates = {month, month.lstrip("0")}, {date, date.lstrip("0")}
    words = {word for word in title.split() if word not in _ANY and word != year}
    return frozenset(words - months - dates if words & months and words & dates else words)


@lru_cache(maxsize=50_000)
def _days(start: str) -> tuple[str, ...]:
    """The days that a start may mean: one, or also the day before where the clock is UTC's; none without a day."""
    day = start[:10]
    if len(day) < 10:
        return ()
    try:
        before = dt.date.fromisoformat(day) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return ()
    return (day, before.isoformat()) if start.endswith("Z") and start[11:16] < _EARLY else (day,)
