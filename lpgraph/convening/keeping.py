"""An earlier plan as ``plan --json`` wrote it, read back; whatever is wrong with it is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lpgraph.convening.plan import Seating
from lpgraph.errors import UsageError

Places = dict[tuple[int, str], int]  # (round, person) → table, numbered from 1


@dataclass(frozen=True, slots=True)
class Kept:
    """Who sat where, at which event, and what people are called in it."""

    event: str
    places: Places
    names: Mapping[str, str]

    @property
    def rounds(self) -> int:
        """How many rounds it has."""
        return max(number for number, _ in self.places)

    @property
    def tables(self) -> int:
        """How many tables."""
        return max(self.places.values())

    @property
    def seats(self) -> int:
        """The most people at one table."""
        sizes: dict[tuple[int, int], int] = {}
        for (number, _), table in self.places.items():
            sizes[number, table] = sizes.get((number, table), 0) + 1
        return max(sizes.values())


def read(text: str, name: str) -> Kept:
    """A plan out of its JSON. Raises ``UsageError`` for anything else, a file that was cut off included."""
    try:
        document: Any = json.loads(text)
        found = Kept(str(document["event"]), {}, {})
        for number, tables in enumerate(document["rounds"], 1):
            for table in tables:
                for guest in table["guests"]:
                    _sit(found, number, table, guest)
    except json.JSONDecodeError as why:
        raise UsageError(
            f"{name} line {why.lineno} is no whole JSON: the file was cut off or changed. "
            f"Write the plan again: lpgraph plan EVENT --json > {name}"
        ) from why
    except (KeyError, TypeError, ValueError, AttributeError) as why:
        raise UsageError(f"{name} is no plan of lpgraph. Write one: lpgraph plan EVENT --json > {name}") from why
    if not found.places:
        raise UsageError(f"{name} seats nobody. Write a plan: lpgraph plan EVENT --json > {name}")
    return found


def _sit(found: Kept, number: int, table: Any, guest: Any) -> None:
    one, place = str(guest["id"]), int(table["number"])
    if place < 1:
        raise ValueError
    if (number, one) in found.places:
        raise UsageError(f"The plan seats {guest.get('name') or one} twice in round {number}.")
    found.places[number, one] = place
    if isinstance(found.names, dict):
        found.names[one] = str(guest.get("name") or one)


def of_seating(made: Seating) -> Places:
    """Who sits where in a plan."""
    return {
        (number, guest.id): table.number
        for number, tables in enumerate(made.rounds, 1)
        for table in tables
        for guest in table.guests
    }
