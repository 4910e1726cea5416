"""The people whom the stories need, by name and seat; everybody else is drawn at random."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A named official: where, which seat, and when the term began and ended (days before the day; −1: still on)."""

    key: str
    given: str
    family: str
    place: str
    seat: int
    began: int = 900
    ended: int = -1


# New York's seats are numbered 25–48, so that 33–48 lie in Brooklyn as they do on the real map.
FIRST_SEAT = {"newyork": 25}

OFFICIALS: tuple[Part, ...] = (
    Part("noemi", "Noemi", "Castellan", "denver", 10, 500),
    Part("dwayne", "Dwayne", "Okafor-Reyes", "newyork", 38, 1_700),
    Part("hattie", "Hattie", "Lindgren", "minneapolis", 9, 1_050),
    Part("grace", "Grace", "Whitfield-Nakamura", "seattle", 4, 1_400),
    Part("harlan", "Harlan", "Prewitt", "kingcounty", 3, 1_300),
    Part("bernard", "Bernard", "Oyelaran", "chicago", 7, 1_600, 150),
    Part("lucia", "Lucia", "Fontanez", "chicago", 7, 149),
    Part("priya", "Priya", "Raghunathan", "boston", 5, 700),
    Part("walter", "Walter", "Kaminski", "milwaukee", 3, 60),
    Part("odile", "Odile", "Thibodeaux", "portland", 2, 1_200),
    Part("maria-west", "Maria", "Santos", "sanjose", 6, 800),
    Part("maria-east", "Maria", "Santos", "providence", 9, 1_000),
    Part("robert", "Robert", "Linden", "oakland", 1, 1_100),
)
# (key, given, family, title, organization's key): people without an office.
OTHERS: tuple[tuple[str, str, str, str, str], ...] = (
    ("ruth", "Ruth", "Adeyemi-Stone", "Director of Partnerships", "commonweal-workbench"),
    ("ingrid", "Ingrid", "Vasquez-Holm", "Labor Economist", "commonweal-workbench"),
    ("leo", "Leo", "Brightwater", "Municipal Law Fellow", "charter-law-desk"),
)
TAKEN = {(part.given, part.family) for part in OFFICIALS} | {(given, family) for _, given, family, _, _ in OTHERS}
