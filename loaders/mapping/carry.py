"""Cells that mean “as above”: filled before the rows are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loaders.base import Row


def carrying(columns: tuple[str, ...]) -> Callable[[Iterator[Row]], Iterator[Row]]:
    """Rows in which a blank cell of these columns is filled from above."""

    def prepare(rows: Iterator[Row]) -> Iterator[Row]:
        above: dict[str, str] = {}
        for row in rows:
            if row.refusal is not None:
                yield row
                continue
            carried = {c: above[c] for c in columns if not row.maybe(c) and c in above}
            above |= {c: row.maybe(c) for c in columns if row.maybe(c)}
            yield _with(row, carried) if carried else row

    return prepare


def _with(row: Row, carried: dict[str, str]) -> Row:
    """The same row with some cells filled."""
    new = Row({**row.data, **carried}, row.file, row.number, row.line, row.text)
    new.flags = row.flags
    return new
