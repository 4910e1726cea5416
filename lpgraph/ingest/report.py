"""What a load says about itself: one ``Report`` a file (or folder of one-record files)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.base import Issue


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load. ``folder`` is where quarantine files and remembered mappings go (the home folder)."""

    folder: Path
    as_: str | None = None  # a source's name, where the header is not to decide
    as_of: str | None = None  # ISO date or date-time; default: when the file was last changed
    event: str = ""
    map: Path | None = None
    encoding: str | None = None
    sheet: str | None = None  # which sheet of a workbook; default: the first that holds a table
    dry_run: bool = False
    yes: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long work: ``done`` of ``total`` (0 = unknown) of ``what``."""

    file: str
    what: str
    done: int
    total: int


Listener = Callable[[Progress], None]


@dataclass(slots=True)
class Report:
    """What became of one file.

    ``read = accepted + rejected``; ``accepted = created + updated + unchanged + merged``.
    """

    file: str
    source: str = ""
    load: str = ""
    read: int = 0
    accepted: int = 0
    rejected: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    merged: int = 0
    flagged: int = 0
    superseded: int = 0  # facts that this file's newer records replaced
    older: int = 0  # records of which something newer was known already
    seconds: float = 0.0
    rejected_file: str = ""
    issues: list[Issue] = field(default_factory=list)
    error: str | None = None
    same_as: str = ""  # the load that had brought this very content

    def as_json(self) -> dict[str, object]:
        """The row of ``lpgraph load --json``; a refused file says why in ``error``."""
        names = "file source load read accepted rejected created updated unchanged merged flagged seconds rejected_file"
        row: dict[str, object] = {name: getattr(self, name) for name in names.split()}
        row["rejected_file"] = self.rejected_file or None
        if self.error:
            row["error"] = self.error
        return row
