"""The internationals of ``affiliates.csv``: acronym, name, what they are or were called, how they count their locals.

Columns: ``acronym``, ``name``, ``unit`` (what a base unit is called beside "local": a lodge, a branch …), ``repeats``
(``state`` where one number is given again in every state), ``spellings`` (names that say it alone; former names stand
with the union that carries the same locals on), ``weak`` (words or initials of others as well: they count only beside
a local, a district or a number; an acronym that stands here is itself weak).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files

from lpgraph.ids import fold


@dataclass(frozen=True, slots=True)
class Affiliate:
    """One international."""

    acronym: str
    name: str
    unit: str
    repeats: bool  # the number alone does not say which local: the state must agree as well
    spellings: tuple[str, ...]
    weak: tuple[str, ...]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _read() -> dict[str, Affiliate]:
    text = files(__package__).joinpath("affiliates.csv").read_text(encoding="utf-8")
    return {
        row["acronym"]: Affiliate(
            row["acronym"], row["name"], row["unit"], row["repeats"] == "state", _split(row["spellings"]),
            _split(row["weak"]),
        )
        for row in csv.DictReader(text.splitlines())
    }  # fmt: skip


TABLE = _read()
AFFILIATES = {acronym: row.name for acronym, row in TABLE.items()}


def _spelt(text: str) -> str:
    # As names are read: "&" is a word, an apostrophe is none.
    return fold(text.replace("'", "").replace("’", "").replace("&", " and "))


WEAK_NAMES = {word: acronym for acronym, row in TABLE.items() for word in row.weak}
NAMES = {
    spelling: acronym
    for acronym, row in TABLE.items()
    for spelling in (fold(acronym), fold(row.name), _spelt(row.name), *row.spellings)
    if spelling not in WEAK_NAMES
}
