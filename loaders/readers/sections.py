"""Reports of several tables under each other (Zoom's webinar reports) → one table with a column that names the part.

A part begins with a line that says what it lists (“Host Details”, “Attendee Details”) and has a header of its own
below it. Their columns are put together by name; nothing of a part is taken for a title above the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from loaders.base import fold_column
from loaders.readers.delimited import Record
from loaders.readers.header import name_columns
from loaders.readers.limits import LIMITS
from lpgraph.errors import FileRefused

SECTION = "Section"  # the column that says which part a row stands in
_BEGINS = frozenset((
    "host details", "hosts details", "panelist details", "panelists details", "attendee details",
    "attendees details", "registrant details", "registration details", "participant details", "other attended",
    "interpreter details",
))  # fmt: skip
_ANOTHER = ("attendee report", "registration report", "report generated", "topic")  # how a report itself begins


@dataclass(frozen=True, slots=True)
class Sections:
    """A report in parts, seen as one table: the lines above it, a header that was put together, all rows."""

    source: Callable[[], Iterator[Record]]
    above: int  # records before the first part
    columns: tuple[str, ...]
    padded: bool = False  # a workbook: absent cells are blank cells

    def records(self) -> Iterator[Record]:
        """The lines above, the header, and the rows with their cells where the header has their column."""
        places = {fold_column(c): i for i, c in enumerate(self.columns)}
        part, header = "", []
        header_due = False
        for number, record in enumerate(self.source()):
            if number < self.above:
                yield record
                continue
            begun = begins(record)
            if begun:
                if not part:
                    yield Record(list(self.columns), record.line, record.text)
                part, header_due = begun, True
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


def begins(record: Record) -> str:
    """The part that a line begins; empty for any other line."""
    filled = [c.strip() for c in record.cells if c.strip()]
    if record.fault or len(filled) != 1:
        return ""
    return filled[0].rstrip(":") if fold_column(filled[0].rstrip(":")) in _BEGINS else ""


def sections(
    file: str, head: Sequence[Record], source: Callable[[], Iterator[Record]], *, padded: bool = False
) -> Sections | None:
    """The report in parts that these records are; ``None`` for any other table.

    One part alone counts too: “Attendee Details” above a header names what its rows are. Raises ``FileRefused`` for a
    column that a part has twice, and for several reports in one file: whose rows are whose cannot be told.
    """
    above = next((i for i, record in enumerate(head) if begins(record)), -1)
    if above < 0:
        return None
    columns: dict[str, str] = {fold_column(SECTION): SECTION}
    due = False
    for number, record in enumerate(source()):
        if number < above:
            continue
        if begins(record):
            due = True
        elif due and not record.blank:
            due = False
            names = name_columns(file, bare(record.cells), record.line, LIMITS.columns)
            columns |= {fold_column(c): c for c in names if fold_column(c) not in columns}
        elif not record.blank and fold_column(record.cells[0]).rstrip(":") in _ANOTHER:
            raise FileRefused(file, "several reports under each other: export each by itself", line=record.line)
    return Sections(source, above, tuple(columns.values()), padded) if len(columns) > 1 else None


def bare(cells: Sequence[str]) -> list[str]:
    """A header's cells without the empty ones at its end; one without a name between others is called by its place."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return [c.strip() or f"(column {n})" for n, c in enumerate(cells[:width], 1)]
