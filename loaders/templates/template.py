"""What a template is: columns with help, two fictional rows that are never loaded, and how a real row is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.base import Context, Draft, Reader, Row, RowSkipped, Source

HELP = "help:"
EXAMPLE = "example-"


@dataclass(frozen=True, slots=True)
class Template:
    """One template. ``header`` names the columns it is recognised by; the first column is an id or a reference."""

    name: str
    gives: str
    columns: tuple[tuple[str, str], ...]  # column, help
    examples: tuple[tuple[str, ...], tuple[str, ...]]  # values in column order, the first begins with "example-"
    header: tuple[str, ...]
    read: Reader

    @property
    def source(self) -> Source:
        """The template as a source of the registry."""
        return Source(
            name=f"lpgraph-{self.name}",
            publisher="lpgraph",
            gives=self.gives,
            header=self.header,
            read=self._read,
        )

    def _read(self, row: Row, context: Context) -> Iterator[Draft]:
        """The row's drafts; the line of help says nothing, and an example row is flagged and says nothing."""
        first = row.maybe(self.columns[0][0]).casefold()
        if first.startswith((HELP, EXAMPLE)):
            for column in row.data:
                row.node(column)
            if first.startswith(EXAMPLE):
                row.flag("an example row of the template; it was not loaded", self.columns[0][0])
            raise RowSkipped("help and examples of the template are not loaded")
        yield from self.read(row, context)
