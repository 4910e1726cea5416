"""What a load says about itself: one ``Report`` a file (or folder of one-record files)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.base import SILENT, Issue
from lpgraph.errors import FileRefused
from lpgraph.ingest.snapshot import Ending
from lpgraph.store.ledger import COUNTS, Counts


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
    snapshot: bool = False  # the file is the whole list of the bodies that it speaks of
    yes: bool = False  # ends what a whole list no longer has, however many; the event that was named is a new one
    who: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An event that may be meant: what to answer (its id), and how a person knows it."""

    id: str
    name: str
    day: str
    source: str
    ref: str

    @property
    def text(self) -> str:
        """One line."""
        return " · ".join(part for part in (self.name, self.day, self.source, self.id) if part)


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long work: ``done`` of ``total`` (0 = unknown) of ``what``."""

    file: str
    what: str
    done: int
    total: int


Listener = Callable[[Progress], None]


@dataclass(slots=True)
class Report(Counts):
    """What became of one file; see ``Counts`` for how its rows add up."""

    file: str
    source: str = ""
    load: str = ""
    superseded: int = 0  # facts that this file's newer records replaced
    older: int = 0  # records of which something newer was known already
    seconds: float = 0.0
    rejected_file: str = ""
    issues: list[Issue] = field(default_factory=list)
    refused: FileRefused | None = None  # why nothing of it was loaded
    passed: list[tuple[str, str]] = field(default_factory=list)  # files beside it that were not looked at, and why
    same_as: str = ""  # the load that had brought this very content
    snapshot: bool = False  # it was taken for the whole list of the bodies that it speaks of
    missing: list[Ending] = field(default_factory=list)  # by body, who was there and is no longer listed
    choices: list[Choice] = field(default_factory=list)  # events one of which may be meant; nothing was written
    asks: bool = False  # so many are missing that somebody has to say it is right; nothing was written

    @property
    def error(self) -> str | None:
        """Why nothing of the file was loaded, and what to do, as a terminal says it."""
        return None if self.refused is None else str(self.refused)

    @property
    def silent(self) -> Counter[str]:
        """The rows that say nothing of an event, by what they say (“Refunded”): nobody registered or came by them."""
        return Counter(one.reason.partition("”")[0].removeprefix("“") for one in self.issues if one.kind == SILENT)

    @property
    def silent_rows(self) -> list[int]:
        """Which rows say nothing of an event."""
        return [one.row for one in self.issues if one.kind == SILENT and one.row is not None]

    @property
    def remarks(self) -> list[Issue]:
        """The issues that are to be read one by one: rows that say nothing of an event are counted."""
        return [one for one in self.issues if one.kind != SILENT]

    @property
    def unwritten(self) -> bool:
        """Whether it was checked and nothing was written, because somebody has to say that it is right."""
        return (self.asks or bool(self.choices)) and not self.load

    def as_json(self) -> dict[str, object]:
        """The row of ``lpgraph load --json``; a refused file says why in ``error``."""
        names = ("file", "source", "load", *COUNTS, "seconds", "rejected_file")
        row: dict[str, object] = {name: getattr(self, name) for name in names}
        row["rejected_file"] = self.rejected_file or None
        if self.silent:
            row["silent"] = dict(self.silent.most_common())
        if self.error:
            row["error"] = self.error
        if self.passed:
            row["passed_over"] = [{"file": name, "reason": why} for name, why in self.passed]
        if self.choices:
            row |= {"which_event": [{"id": c.id, "name": c.name, "day": c.day} for c in self.choices]}
        if self.unwritten and self.choices:
            row["error"] = f"{self.file}: say which event with --event ID, or --yes for a new one"
        elif self.unwritten:
            row["error"] = f"{self.file}: more than a fifth of a body would end; confirm it with --yes"
        if self.snapshot or self.asks:
            row |= {"missing_reported": sum(one.gone for one in self.missing), "missing": self.missing}
        return row
