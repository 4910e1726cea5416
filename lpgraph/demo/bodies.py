"""Who holds which seat: some 300 current officials in 25 sample bodies, and the people whose terms have ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from lpgraph.demo.cast import FIRST_SEAT, OFFICIALS, Part
from lpgraph.demo.places import BY_KEY, Place
from lpgraph.demo.world import Person, Seat, World

AREA_CODES = dict(
    zip(
        BY_KEY,
        (303, 718, 612, 206, 312, 213, 510, 408, 512, 713, 602, 520, 215, 412, 404, 919, 804, 617, 401, 203, 608, 414,
         425, 832, 207),
        strict=True,
    )
)  # fmt: skip
TERM = timedelta(days=4 * 365)
VACANT = 7  # seats that nobody holds
FORMER_SHARE = 0.3  # of the seats taken over in the last two years, those whose earlier holder is known
ISSUES = ("Housing", "Work and wages", "Immigration", "Transit", "Care and health", "Democracy and budgets")


class Directory:
    """Hands out people with an address and a number of their own; 555-0100 to 555-0199 are kept for fiction."""

    def __init__(self, rng: Random, names: Iterator[tuple[str, str]]) -> None:
        self._rng, self._names, self._lines = rng, names, Counter[int]()

    def person(
        self, place: Place | None, domain: str, *, name: tuple[str, str] | None = None, key: str = "", **more: str
    ) -> Person:
        """A new person; a name of the directory's own when none is given."""
        given, family = name or next(self._names)
        slug = f"{given}.{family}".lower().replace(" ", "")
        interests = tuple(self._rng.sample(ISSUES, self._rng.choice((0, 0, 1, 1, 2))))
        return Person(
            key or slug, given, family, f"{slug}@{domain}", self._phone(place), place, interests=interests, **more
        )

    def _phone(self, place: Place | None) -> str:
        code = AREA_CODES[place.key] if place else 202
        line = self._lines[code]
        self._lines[code] += 1
        return f"({code}) 555-01{line:02d}" if line < 100 else ""


def seat_people(world: World, rng: Random, directory: Directory) -> None:
    """Fill the seats of every body: the cast first, then the rest, some with their predecessor, a few left vacant."""
    parts = {(part.place, part.seat): part for part in OFFICIALS if part.ended < 0}
    free = [seat for seat in _numbers() if (seat[0].key, seat[1]) not in parts]
    vacant = set(rng.sample(free, VACANT))
    for place, number in _numbers():
        part = parts.get((place.key, number))
        if part:
            world.seats.append(_planted(world, directory, part))
        elif (place, number) not in vacant:
            world.seats += _drawn(world.as_of, rng, directory, place, number)
    for part in OFFICIALS:
        if part.ended >= 0:
            world.seats.append(_planted(world, directory, part))


def _numbers() -> list[tuple[Place, int]]:
    return [
        (place, FIRST_SEAT.get(place.key, 1) + offset) for place in BY_KEY.values() for offset in range(place.seats)
    ]


def _planted(world: World, directory: Directory, part: Part) -> Seat:
    place = BY_KEY[part.place]
    official = directory.person(
        place, place.domain, name=(part.given, part.family), key=part.key, title=place.role, organization=place.body
    )
    world.cast[part.key] = official
    start = world.as_of - timedelta(days=part.began)
    end = world.as_of - timedelta(days=part.ended) if part.ended >= 0 else _term_end(start, world.as_of)
    return Seat(place, part.seat, official, start, end)


def _drawn(as_of: date, rng: Random, directory: Directory, place: Place, number: int) -> list[Seat]:
    start = as_of - timedelta(days=rng.randrange(20, 2_600))
    end = None if rng.random() < 0.2 else _term_end(start, as_of)
    seats = [Seat(place, number, _official(directory, place), start, end)]
    if start > as_of - timedelta(days=730) and rng.random() < FORMER_SHARE:
        left = start - timedelta(days=1)
        seats.append(Seat(place, number, _official(directory, place), left - rng.randrange(1, 3) * TERM, left))
    return seats


def _official(directory: Directory, place: Place) -> Person:
    return directory.person(place, place.domain, title=place.role, organization=place.body)


def _term_end(start: date, as_of: date) -> date:
    """The end of the four-year term, this one or a later one, that runs on the day."""
    end = start + TERM
    while end <= as_of:
        end += TERM
    return end
