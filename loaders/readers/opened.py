"""What opening a file gives: a header to recognise it by, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loaders.base import Issue, Row, bare_column, fold_column


@dataclass(slots=True)
class Opened:
    """One file, checked as a whole: nothing in it can refuse the file any more while ``rows`` are read."""

    name: str  # as people know it: "attendees.csv", "people.tar.gz/people/ada.json"
    media: str  # csv, tsv, xlsx, json, yaml
    sha256: str
    header: tuple[str, ...]  # columns as the file spells them
    rows_of: Callable[[], Iterator[Row]] = field(repr=False)
    count: int = 0  # data records, refused ones included
    preamble: Mapping[str, str] = field(default_factory=dict)  # label → value lines above the header
    issues: list[Issue] = field(default_factory=list)  # about the file as a whole
    folder: str = ""
    path: Path | None = None
    inside: Path | None = None  # the archive that it lies in
    encoding: str = ""
    sheet: str = ""

    @property
    def columns(self) -> frozenset[str]:
        """The header's columns, folded: what recognition compares."""
        return frozenset(fold_column(c) for c in self.header)

    @property
    def bare(self) -> frozenset[str]:
        """The header's columns without punctuation."""
        return frozenset(bare_column(c) for c in self.header)

    def rows(self) -> Iterator[Row]:
        """Each data record in the file's order; may be called again."""
        return self.rows_of()
