"""Which cities are alike: same state, similar size, same form of government; each a reason.

Facts to compare by, never a verdict: what is unknown of either city counts neither for nor against.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

NEAR, FAR = 0.18, 0.4  # difference of log10 of the population: within about half as much again, within 2.5 times


@dataclass(frozen=True, slots=True)
class City:
    """A place to compare."""

    id: str
    name: str
    state: str = ""
    type: str = ""
    population: float | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike a city is: a number to sort by, and why, in words."""

    city: City
    score: float
    why: tuple[str, ...]


def alike(one: City, others: Iterable[City]) -> tuple[Alike, ...]:
    """The others by likeness, most first; equal ones by name, those of which nothing is known last."""
    found = [_alike(one, other) for other in others if other.id != one.id]
    return tuple(sorted(found, key=lambda a: (-a.score, not _known(a.city), a.city.name, a.city.id)))


def _alike(one: City, other: City) -> Alike:
    score, why = 0.0, list[str]()
    if one.state and one.state == other.state:
        score += 1.0
        why.append(f"same state ({one.state})")
    size = _size(one, other)
    if size is not None and size <= FAR:
        score += 1.0 if size <= NEAR else 0.5
        near = "about as many people" if size <= NEAR else "a similar number of people"
        why.append(f"{near} ({_people(one)} and {_people(other)})")
    if one.form and one.form.casefold() == other.form.casefold():
        score += 1.0
        why.append(f"same form of government ({one.form})")
    return Alike(other, score, tuple(why))


def _known(city: City) -> bool:
    return bool(city.state or city.population or city.form)


def _size(one: City, other: City) -> float | None:
    if not one.population or not other.population or one.population <= 0 or other.population <= 0:
        return None
    return abs(math.log10(one.population) - math.log10(other.population))


def _people(city: City) -> str:
    return f"{round(city.population or 0):,}"
