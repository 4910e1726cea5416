"""Records of a table → rows: the header, what is wrong with single rows, and whether it is a table at all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.base import Issue, Row, RowRefused, fold_column, names_of
from loaders.readers.content import Content
from loaders.readers.delimited import Record
from loaders.readers.footer import Footer
from loaders.readers.header import WORDS, find_header, implied_header, name_columns, preamble_of
from loaders.readers.limits import LIMITS
from loaders.readers.odd import odd
from loaders.readers.opened import Opened
from loaders.readers.sections import of_people, sections
from lpgraph.errors import FileRefused

LOST = "\ufffd"  # what programs write for a letter that they could not read
_PLAIN = re.compile(r"[\t\n\r !\"$-~]*")  # nothing in it can be odd: no “#”, which errors of a sheet begin with


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is found: gives its rows as often as asked."""

    name: str
    header: tuple[str, ...]
    header_at: int  # index of the header among all records
    records: Callable[[], Iterator[Record]]
    padded: bool  # a workbook: absent cells are blank cells

    def rows(self) -> Iterator[Row]:
        """Each record below the header that is not blank, numbered from 1."""
        names, folded = names_of(self.header), [fold_column(c) for c in self.header]
        number, footer = 0, Footer(len(self.header))
        for record in itertools.islice(self.records(), self.header_at + 1, None):
            if record.blank:
                continue
            number += 1
            yield self._row(record, number, names, folded, footer)

    def _row(
        self, record: Record, number: int, names: dict[str, str] | object, folded: list[str], footer: Footer
    ) -> Row:
        cells, width = record.cells, len(self.header)
        reason = record.fault or _refusal(cells, width, folded) or footer.refusal(cells, record.line)
        row = Row(
            dict(zip(self.header, cells, strict=False)),
            self.name,
            number,
            record.line,
            record.text,
            refusal=RowRefused(reason) if reason else None,
            names=names,  # type: ignore[arg-type]
        )
        if reason:
            return row
        if len(cells) < width and not self.padded:
            row.flag(f"the row has {len(cells)} values, the header has {width}: the missing ones are taken as blank")
        if record.said:
            row.flag(record.said)
        if LOST in record.text:
            row.flag(f"holds “{LOST}”, a letter that was lost before this file was written: correct it at the source")
        if not _PLAIN.fullmatch(record.text):
            for column, cell in row.data.items():
                for reason in odd(column, cell):
                    row.flag(reason, column)
        return row


def _refusal(cells: list[str], width: int, folded: list[str]) -> str:
    """Why a record cannot be a row; empty when it can."""
    if len(cells) > width and any(c.strip() for c in cells[width:]):
        return f"the row has {len(cells)} values, the header has {width} (a comma that is not in quotes?)"
    if fold_column(cells[0]) == folded[0] and [fold_column(c) for c in cells[:width]] == folded[: len(cells)]:
        return "the header once more (two files put together?)"
    if "\0" in "".join(cells):
        return "holds zero bytes (a damaged file?)"
    return ""


def open_table(
    content: Content,
    media: str,
    records: Callable[[], Iterator[Record]],
    *,
    padded: bool = False,
    words: frozenset[str] = WORDS,
    encoding: str = "",
    sheet: str = "",
) -> Opened:
    """Find the header and check every record once; raises ``FileRefused`` when this is not a table."""
    head = list(itertools.islice(records(), LIMITS.header_within))
    parts = sections(content.name, head, records, padded=padded)
    if parts is not None:
        records = parts.records
        head = list(itertools.islice(records(), LIMITS.header_within))
    implied = implied_header(head)
    at = parts.above if parts else find_header(head, words) if not implied else -1
    faulty = next((r for r in head[: max(at, 0) + 1] if r.fault), None)
    if faulty is not None:
        raise FileRefused(content.name, f"the header cannot be read: {faulty.fault}", line=faulty.line)
    if at < 0 and not implied:
        raise FileRefused(content.name, "holds no header: the file is blank", line=1)
    if not parts:
        _refuse_second(content.name, head, at)
    line = head[at].line if at >= 0 else 0
    header = implied
    if at >= 0:
        header = name_columns(content.name, _without_blank_end(head[at].cells), line, LIMITS.columns)
        header = _widen(header, head[at + 1 :], len(head[at].cells))
    table = Table(content.name, header, at, records, padded)
    count = _check(content.name, table)
    return Opened(
        name=content.name,
        media=media,
        sha256=content.sha256,
        header=header,
        rows_of=table.rows,
        count=count,
        preamble=preamble_of(head[: max(at, 0)]),
        issues=_unnamed(content.name, header, line),
        folder=content.folder,
        path=content.path,
        inside=content.inside,
        encoding=encoding,
        sheet=sheet,
    )


def _refuse_second(file: str, head: list[Record], at: int) -> None:
    """Raises ``FileRefused`` when rows of another table of people stand above the header: nobody may be lost there."""
    for number, record in enumerate(head[: max(at, 0)]):
        rows = [r for r in head[number + 1 : at] if sum(1 for c in r.cells if c.strip()) > 1]
        if rows and of_people(record) and record.cells != head[at].cells:
            raise FileRefused(
                file,
                f"two tables under each other, with headers in lines {record.line} and {head[at].line}: save each as a "
                "file of its own, or write a title of one cell above each header",
                line=record.line,
            )


def _without_blank_end(cells: list[str]) -> list[str]:
    """The header's cells without the empty ones at its end."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return cells[:width]


def _widen(header: tuple[str, ...], below: list[Record], cells: int) -> tuple[str, ...]:
    """Keep unnamed columns at the end when they hold values (the header row has cells there, only without a name)."""
    used = 0
    for record in below:
        for position in range(len(header), min(len(record.cells), cells)):
            if record.cells[position].strip():
                used = max(used, position + 1)
    return header + tuple(f"(column {n})" for n in range(len(header) + 1, used + 1))


def _unnamed(file: str, header: tuple[str, ...], line: int) -> list[Issue]:
    """One warning for columns that have values but no name."""
    unnamed = [c for c in header if re.fullmatch(r"\(column \d+\)", c)]
    if not unnamed:
        return []
    return [Issue(file, None, line, unnamed[0], f"no name in the header: {', '.join(unnamed)} not used", False)]


def _check(file: str, table: Table) -> int:
    """Read all records once: how many there are. More than half of another width is another file's business."""
    width = len(table.header)
    count = odd = 0
    footer, notes = Footer(width), 0
    for record in itertools.islice(table.records(), table.header_at + 1, None):
        if record.blank:
            continue
        count += 1
        cells = record.cells
        if not record.fault and footer.refusal(cells, record.line):
            notes += 1
            continue
        long = len(cells) > width and any(c.strip() for c in cells[width:])
        if record.fault or long or (len(cells) < width and not table.padded):
            odd += 1
    if count - notes >= 2 and odd * 2 > count - notes:
        raise FileRefused(
            file,
            f"{odd} of {count} rows do not have the header's {width} columns: not this table, or another delimiter",
        )
    return count
