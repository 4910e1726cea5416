"""Reports of several tables under each other (Zoom's webinar reports, Teams') → one table with a column that names the
part.

A part begins with a line that says what it lists (“Host Details”, “2. Participants”) and has a header of its own
below it. Their columns are put together by name; nothing of a part is taken for a title above the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.base import fold_column
from loaders.readers.delimited import Record
from loaders.readers.header import WORDS, name_columns
from loaders.readers.limits import LIMITS
from lpgraph.errors import FileRefused

SECTION = "Section"  # the column that says which part a row stands in
_BEGINS = frozenset((
    "host details", "hosts details", "panelist details", "panelists details", "attendee details",
    "attendees details", "registrant details", "registration details", "participant details", "other attended",
    "interpreter details",
))  # fmt: skip
# Where one of these is a column, rows are about people.
_NAMES = frozenset((
    "name", "full name", "first name", "last name", "given name", "family name", "name (original name)",
    "user name (original name)", "attendee name", "participant name", "display name",
))  # fmt: skip
_ANOTHER = ("attendee report", "registration report", "report generated", "topic")  # how a report itself begins


@dataclass(frozen=True, slots=True)
class Sections:
    """A report in parts, seen as one table: the lines above it, a header that was put together, all rows."""

    source: Callable[[], Iterator[Record]]
    starts: frozenset[int]  # which records begin a part
    columns: tuple[str, ...]
    padded: bool = False  # a workbook: absent cells are blank cells

    @property
    def above(self) -> int:
        """How many records stand before the first part."""
        return min(self.starts)

    def records(self) -> Iterator[Record]:
        """The lines above, the header, and the rows with their cells where the header has their column."""
        places = {fold_column(c): i for i, c in enumerate(self.columns)}
        part, header = "", []
        header_due = False
        for number, record in enumerate(self.source()):
            if number < self.above:
                yield record
                continue
            if number in self.starts:
                if not part:
                    yield Record(list(self.columns), record.line, record.text)
                part, header_due = _alone(record).rstrip(":"), True
            elif header_due and not record.blank:
                header, header_due = bare(record.cells), False
            elif not record.blank:
                yield self._placed(record, part, header, places)

    def _placed(self, record: Record, part: str, header: list[str], places: dict[str, int]) -> Record:
        """One row of a part under the header of the whole; a row with more values than its part has stays too long."""
        cells = [""] * len(self.columns)
        cells[0] = part
        for column, cell in zip(header, record.cells, strict=False):
            cells[places[fold_column(column)]] = cell
        cells += [c for c in record.cells[len(header) :] if c.strip()]
        said, fault = record.said, record.fault
        if len(record.cells) < len(header) and not self.padded:
            short = f"the row has {len(record.cells)} values, the header of {part} has {len(header)}"
            said = "; ".join(s for s in (said, f"{short}: the missing ones are taken as blank") if s)
        if bare(record.cells) == header:
            fault = "the header once more (two files put together?)"
        return Record(cells, record.line, record.text, fault, said)


def _alone(record: Record) -> str:
    """The one cell that a line fills; empty for any other line."""
    filled = [c.strip() for c in record.cells if c.strip()]
    return filled[0] if len(filled) == 1 and not record.fault else ""


def of_people(record: Record) -> bool:
    """Whether a line is a header of a table of people: a column of names, and another that we know."""
    cells = {fold_column(c) for c in record.cells}
    return not record.fault and not cells.isdisjoint(_NAMES) and len(cells & (WORDS | _NAMES)) > 1


def _starts(records: Iterable[Record]) -> frozenset[int]:
    """Which records begin a part: those that say so in words that we know; else a title above a header, where there
    are several such and their headers differ (of one header, it is the same table once more)."""
    known: set[int] = set()
    titled: dict[int, tuple[str, ...]] = {}
    title = -1
    for number, record in enumerate(records):
        if record.blank:
            continue
        if title >= 0 and of_people(record):
            titled[title] = tuple(map(fold_column, bare(record.cells)))
        alone = _alone(record)
        title = number if alone else -1
        if fold_column(alone.rstrip(":")) in _BEGINS:
            known.add(number)
    return frozenset(known or (titled if len(set(titled.values())) > 1 else ()))


def sections(
    file: str, head: Sequence[Record], source: Callable[[], Iterator[Record]], *, padded: bool = False
) -> Sections | None:
    """The report in parts that these records are; ``None`` for any other table.

    One part alone counts too: “Attendee Details” above a header names what its rows are. Raises ``FileRefused`` for a
    column that a part has twice, and for several reports in one file: whose rows are whose cannot be told.
    """
    if not any(_alone(record) for record in head):
        return None
    starts = _starts(source())
    if not starts or min(starts) >= len(head):
        return None
    columns: dict[str, str] = {fold_column(SECTION): SECTION}
    due = False
    for number, record in enumerate(source()):
        if number < min(starts):
            continue
        if number in starts:
            due = True
        elif due and not record.blank:
            due = False
            names = name_columns(file, bare(record.cells), record.line, LIMITS.columns)
            columns |= {fold_column(c): c for c in names if fold_column(c) not in columns}
        elif not record.blank and fold_column(record.cells[0]).rstrip(":") in _ANOTHER:
            raise FileRefused(file, "several reports under each other: export each by itself", line=record.line)
    return Sections(source, starts, tuple(columns.values()), padded) if len(columns) > 1 else None


def bare(cells: Sequence[str]) -> list[str]:
    """A header's cells without the empty ones at its end; one without a name between others is called by its place."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return [c.strip() or f"(column {n})" for n, c in enumerate(cells[:width], 1)]
