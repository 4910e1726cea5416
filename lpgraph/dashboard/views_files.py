"""From files to what the Data screen says of them before they are loaded, and messages in a screen's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from loaders.base import Context, Row, RowRefused, Source
from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean, plain, short
from lpgraph.ingest import LoadOptions, late, reused, which_event

FIRST_ROWS = 5
AGAIN = re.compile(f" ?{re.escape(late.ANSWER)}")
WITH_YES = re.compile(f" ?{re.escape(reused.ANSWER)}")
# What the command line would answer: its options say nothing to somebody who looks at a screen.
_OPTIONS = (
    (re.compile(r"the event that --event names"), words.EVENT_NAMED),
    (re.compile(r"If the file comes from Excel or Windows: `[^`]*`; else export it"), words.ENCODING_WINDOWS),
    (re.compile(r", or name its encoding: `[^`]*`"), words.ENCODING_OR),
    (re.compile(r", or say --encoding \S+"), words.ENCODING_OR),
    (re.compile(r"Name another with --encoding"), words.ENCODING_OTHER),
    (re.compile(r"although --encoding said (?P<said>\S+)"), words.ENCODING_NOT),
    (re.compile(r"Say which with --sheet, or save it alone"), words.SHEET_SAY),
    (
        re.compile(r"(?P<say>[Ss]ay) which(?:: | with | with: )--event(?: \"[^\"]*\")?(?: \([^)]*\))?"),
        words.EVENT_BELOW,
    ),
    (AGAIN, ""),  # there is a button for it
    (re.compile(r"load it with --as-of and its day"), words.DAY_SAY),
    (re.compile(r"load the whole list again with --snapshot"), words.WHOLE_AGAIN),
    (WITH_YES, ""),  # for this too
    (re.compile(r"Look at it with `.*--dry-run`, which writes .*", re.DOTALL), words.MAPPING_BELOW),
)


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
    title = words.RECOGNISED.format(publisher=clean(source.publisher), gives=clean(on_screen(source.gives)))
    return Preview(clean(name), title, first, count, needs_event or source.needs_event)


def names_no_event(source: Source, rows: Iterable[Row], context: Context) -> bool:
    """Whether the first rows are refused since the report does not say what it is about, as its kind usually does."""
    return any("--event" in _refusal(source, row, context) for row in islice(rows, FIRST_ROWS))


def _refusal(source: Source, row: Row, context: Context) -> str:
    try:
        for _ in source.read(row, context):
            pass
    except RowRefused as why:
        return why.reason
    return ""


def refused(name: str, reason: str, sheets: tuple[str, ...] = ()) -> Preview:
    """A file that cannot be loaded as it is; ``sheets``: those of which one has to be chosen first."""
    problem = on_screen(reason.removeprefix(f"{name}: "))
    return Preview(clean(name), "", problem=problem, sheets=sheets, encoded="--encoding" in reason)


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


def on_screen(text: str) -> str:
    """A message without the options of the command line."""
    for option, instead in _OPTIONS:
        text = option.sub(instead, text)
    return text


def _cell(value: object) -> str:
    return "" if value is None else str(value)
