"""The first rows of an unknown sheet, column by column."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.dates import partial
from loaders.mapping import words
from loaders.mapping.looks import look
from loaders.mapping.model import EventColumns, OrganizationColumns
from loaders.readers.opened import Opened
from lpgraph.ids import fold

SAMPLE = 2_000  # rows looked at


@dataclass(slots=True)
class Sample:
    """Columns with their values in the first rows, and which of them are spoken for."""

    header: tuple[str, ...]
    values: Mapping[str, list[str]]
    rows: int
    taken: set[str]

    def pick(self, synonyms: tuple[str, ...], *, filled: bool = True) -> str:
        """The free column that is called so: the best synonym among those with enough values."""
        found = [c for c in self.header if c not in self.taken and words.rank(c, synonyms) >= 0]
        found.sort(key=lambda c: words.rank(c, synonyms))
        if filled and self.rows:
            found.sort(key=lambda c: self.share(c) < 0.2)
        return self.take(found[0]) if found else ""

    def pick_like(self, kind: str) -> str:
        """The free column whose values look so."""
        dated, contact = kind == "date", kind in ("email", "phone")
        free = (
            c
            for c in self.header
            if c not in self.taken and not (dated and words.is_bookkeeping(c)) and not (contact and words.is_others(c))
        )
        return self.take(next((c for c in free if look(self.values[c][:300]) == kind), ""))

    def take(self, column: str) -> str:
        """Mark a column as used."""
        if column:
            self.taken.add(column)
        return column

    def share(self, column: str) -> float:
        """How much of a column says something."""
        return sum(1 for v in self.values[column] if v and v not in words.MISSING) / max(1, self.rows)


def sample_of(opened: Opened) -> Sample:
    """The first rows of a file, nothing spoken for yet."""
    values: dict[str, list[str]] = {c: [] for c in opened.header}
    rows = 0
    for row in itertools.islice(opened.rows(), SAMPLE):
        if row.refusal is None:
            rows += 1
            for column in opened.header:
                value = row.data.get(column)
                values[column].append(value.strip() if isinstance(value, str) else "")
    return Sample(opened.header, values, rows, set())


def doubts(sample: Sample, organization: OrganizationColumns, event: EventColumns) -> tuple[str, ...]:
    """Dates whose order nothing in the sheet tells: said now, for when it is loaded they would be left out."""
    columns = [c for c in (event.date, event.end, organization.start, organization.end) if c]
    unsure = [v for c in columns for v in sample.values[c] if v] if not event.order else []
    for value in (*unsure, *(event.days if not event.order else ())):
        try:
            partial(value)
        except ValueError as why:
            if "month/day or day/month" in str(why):
                return (
                    f"dates: {value} may be month/day or day/month, and no date of the sheet tells. Write "
                    'order = "mdy" or order = "dmy" under [event]; until then such dates are left out',
                )
    return ()


def called(opened: Opened) -> str:
    """Everything that says what kind of sheet this is: its name, its sheet's name, the lines above the header."""
    name = opened.name.rpartition("/")[2]  # not the folder: it says nothing about one file
    return fold(" ".join((name, opened.sheet, *opened.preamble, *opened.preamble.values())))
