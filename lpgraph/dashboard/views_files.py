"""From files to what the Data screen says of them before they are loaded, and what is to be done, in its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from loaders.base import Context, Row, RowRefused, Source
from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean, plain, short
from lpgraph.errors import Asked, FileRefused, Need
from lpgraph.ingest import LoadOptions, which_event

FIRST_ROWS = 5


@dataclass(frozen=True, slots=True)
class How:
    """What a person says of reading a file: which sheet of a workbook, which encoding of a text."""

    sheet: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """One file (or folder of alike files) before it is loaded. ``problem`` says why it cannot be."""

    name: str
    title: str
    rows: tuple[dict[str, str], ...] = ()
    count: int = 0
    needs_event: bool = False
    problem: str = ""
    sheets: tuple[str, ...] = ()  # of a workbook, those between which somebody has to choose
    encoded: bool = False  # a text that can be read once somebody says its encoding


def preview(name: str, source: Source | None, rows: Iterable[Row], count: int, needs_event: bool = False) -> Preview:
    """A recognised file with its first rows; without a source, the rows alone."""
    first = tuple({clean(k): short(_cell(v), 80) for k, v in row.data.items()} for row in islice(rows, FIRST_ROWS))
    if source is None:
        return Preview(clean(name), words.NOT_RECOGNISED, first, count)
    title = words.RECOGNISED.format(publisher=clean(source.publisher), gives=clean(source.gives))
    return Preview(clean(name), title, first, count, needs_event or source.needs_event)


def names_no_event(source: Source, rows: Iterable[Row], context: Context) -> bool:
    """Whether the first rows are refused since the report does not say what it is about, as its kind usually does."""
    return any(_asks(source, row, context) == "event" for row in islice(rows, FIRST_ROWS))


def _asks(source: Source, row: Row, context: Context) -> Asked | None:
    try:
        for _ in source.read(row, context):
            pass
    except RowRefused as why:
        return why.need
    return None


def refused(why: FileRefused, sheets: tuple[str, ...] = ()) -> Preview:
    """A file that cannot be loaded as it is; ``sheets``: those of which one has to be chosen first."""
    encoded = why.need is not None and why.need.what in ("encoding", "another encoding")
    problem = on_screen(why.told.removeprefix(f"{why.file}: "), why.need)
    return Preview(clean(why.file), "", problem=problem, sheets=sheets, encoded=encoded)


def parts(files: Iterable[tuple[Path, How]], options: LoadOptions) -> list[tuple[list[Path], LoadOptions]]:
    """What is loaded together: the files that are read alike, each group with its options."""
    alike: dict[How, list[Path]] = {}
    for path, how in files:
        alike.setdefault(how, []).append(path)
    return [
        (paths, replace(options, sheet=how.sheet or None, encoding=how.encoding or None))
        for how, paths in alike.items()
    ]


def event_problem(text: str) -> str:
    """Why a text cannot name an event, as a screen says it; empty when it can."""
    return words.EVENT_MISSING if which_event.nameless(text) else plain(which_event.unread(text))


def on_screen(reason: str, need: Need | None) -> str:
    """A reason, and what to do about it on a screen; nothing where a button stands below."""
    if need is None:
        return reason
    told = words.NEEDS_LIKELY.get(need.what) if need.likely else None
    told = (told or words.NEEDS[need.what]).format(likely=need.likely)
    return "".join((reason, ("\n" if "\n" in reason else ". ") if told else "", told))


def _cell(value: object) -> str:
    return "" if value is None else str(value)
