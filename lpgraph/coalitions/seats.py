"""The seats of a body on a day: each office once, whoever wrote it and however, and what is doubtful about the list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lpgraph.coalitions.model import Seat
from lpgraph.model import NOWHERE
from lpgraph.network.days import is_current

VACANT = 365  # days: a seat that has been empty for longer may have been abolished
# Offices that a list of a city's elected people may hold beside its council; none of them has a vote there.
_NO_VOTE = re.compile(
    r"\b(public advocate|clerk|manager|administrator|attorney|treasurer|auditor|comptroller|controller|sheriff"
    r"|assessor|recorder|coroner|chief of staff|sergeant)\b",
    re.IGNORECASE,
)
_MAYOR = re.compile(r"\bmayor\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(
    r"\b(?P<kind>district|ward|seat|position|place|precinct|zone|area|post)\W*(?P<number>\d{1,3})\b"
    r"|\b(?P<before>\d{1,3})(?:st|nd|rd|th)? (?P<after>district|ward|precinct)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a reader of a count should know of its list of seats."""

    expected: int = 0  # how many numbered districts the body must have; 0: the numbers say nothing is missing
    twice: tuple[str, ...] = ()  # labels that two people hold at once, by the files
    mayor: str = ""  # the seat of a mayor who is counted, and may have no vote
    left_out: tuple[str, ...] = ()  # offices of the body that have no vote


def number(name: str) -> tuple[str, int] | None:
    """A seat's number, with what is numbered: ``("district", 7)`` for “Council Member, District 7, …”."""
    found = _NUMBERED.search(name)
    if found is None:
        return None
    kind, digits = (found["kind"], found["number"]) if found["kind"] else (found["after"], found["before"])
    return kind.casefold(), int(digits)


def label(name: str) -> str:
    """What two spellings of one seat share: its number where it has one, else its words in their order."""
    numbered = number(name)
    return f"{numbered[0]} {numbered[1]}" if numbered else " ".join(_WORDS.findall(name.casefold()))


def votes(name: str) -> bool:
    """Whether who holds such an office votes with the body."""
    return _NO_VOTE.search(name) is None


def current(terms: Iterable[Seat], posts: Iterable[tuple[str, str, str]], on: str) -> Iterator[Seat]:
    """One seat a holder and body, since two sources may each have the same office; then the vacant ones.

    A seat is vacant when nobody was ever said to hold it, or when its last holder left within a year. It is not when
    somebody holds one of the same label, when its last holder sits on in the body under another title, or when
    somebody came in whose own seat has no number.
    """
    held: dict[tuple[str, str], Seat] = {}
    ended: dict[str, Seat] = {}
    taken: set[str] = set()
    for term in terms:
        if is_current(term.start, term.end, on):
            known = held.get((term.body, term.person), term)
            held[term.body, term.person] = min(known, term, key=_telling)
            taken.add(term.post)
        elif term.end:
            ended[term.post] = max(ended.get(term.post, term), term, key=lambda t: (t.end, t.person))
    yield from held.values()
    yield from _vacant(held, ended, [p for p in sorted(set(posts)) if p[0] not in taken], on)


def _vacant(
    held: dict[tuple[str, str], Seat], ended: dict[str, Seat], empty: Sequence[tuple[str, str, str]], on: str
) -> Iterator[Seat]:
    named = {(seat.body, label(seat.name)) for seat in held.values()}
    since = (date.fromisoformat(on) - timedelta(days=VACANT)).isoformat()
    fresh: defaultdict[str, list[str]] = defaultdict(list)  # body → since when those sit whose seat has no number
    for seat in held.values():
        if number(seat.name) is None and seat.start:
            fresh[seat.body].append(seat.start[:10])
    for post, name, body in empty:
        last = ended.get(post)
        long_ago = last is not None and last.end[:10] < since
        stayed = last is not None and (body, last.person) in held
        if (body, label(name)) in named or long_ago or stayed:
            continue
        if last is not None and (came := [day for day in fresh[body] if day >= last.end[: len(day)]]):
            fresh[body].remove(min(came))
            continue
        if number(name):  # two files may each have an empty “District 7”; posts without a number are several
            named.add((body, label(name)))
        yield Seat(post, name, body, "", last.end if last else "", "", last.said if last else NOWHERE)


def _telling(seat: Seat) -> tuple[bool, int, str]:
    return number(seat.name) is None, -len(seat.name), seat.post


def doubts(seats: Sequence[Seat], left_out: Sequence[Seat], districts: int) -> Doubts:
    """What is doubtful about the seats of one body; ``districts``: how many numbered districts its area has."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    loose = 0
    for seat in seats:
        numbered = number(seat.name)
        if numbered and numbered[1] > 0:
            numbers[numbered[0]].add(numbered[1])
            if seat.person:
                holders[label(seat.name)].add(seat.person)
        else:
            loose += 1
    most = max((max(some) for some in numbers.values()), default=0)
    expected = max(most, districts if numbers and districts else 0)
    known = max((len(some) for some in numbers.values()), default=0) + loose
    return Doubts(
        expected if known < expected else 0,
        tuple(sorted(one for one, who in holders.items() if len(who) > 1)),
        next((seat.name for seat in seats if _MAYOR.search(seat.name)), ""),
        tuple(sorted({seat.name for seat in left_out})),
    )
