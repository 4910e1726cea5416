"""What the command line says: the answer on standard output, everything else on standard error, all of it cleaned."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

# Control characters, escapes, bidirectional overrides, line separators, lone surrogates: none of these may reach a
# terminal out of a name. The zero-width joiner stays, emoji and some scripts need it.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SEQUENCE = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\\]P^_].*?(?:\x07|\x1b\\\\|$)|\x1b.", re.DOTALL)
PIPE_WIDTH = 200  # columns of a table that goes into a file or a pipe


def clean(text: object) -> str:
    """Text that is safe to print: no terminal sequence, no control or bidi character, one line."""
    without = _SEQUENCE.sub("", str(text))
    return _UNSAFE.sub(lambda m: " " if m[0] in "\t\n\r\u2028\u2029" else "", without)


def say(message: object = "") -> None:
    """A message for people, on standard error; several lines stay several lines."""
    for line in str(message).split("\n"):
        print(clean(line), file=sys.stderr, flush=True)  # noqa: T201


def write(line: str) -> None:
    """One line of the answer, cleaned."""
    print(clean(line))  # noqa: T201


def write_json(document: object) -> None:
    """The answer as one JSON document; what could harm a terminal is escaped, which leaves the document the same."""
    text = json.dumps(plain(document), ensure_ascii=False, indent=2)
    print(re.sub(_UNSAFE.pattern.replace("\x00-\x1f", ""), lambda m: f"\\u{ord(m[0]):04x}", text))  # noqa: T201


def plain(value: object) -> Any:
    """Dataclasses, mappings, tuples and paths as what JSON knows; keys that end in ``_`` lose it (``as_``)."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        items = [plain(v) for v in value]
        return sorted(items, key=str) if isinstance(value, (set, frozenset)) else items
    return value


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[str] = ()) -> None:
    """The answer as a table; columns named in ``right`` hold numbers. Nothing is cut off: long cells wrap.

    Where a terminal is too narrow for the numbers, each row is a paragraph instead.
    """
    cells = [[_cell(cell) for cell in row] for row in rows]
    out = console()
    if _least(columns, cells, right) > out.width:
        _paragraphs(columns, cells, out.width)
        return
    made = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        if column in right or column in _WHOLE:
            made.add_column(column, justify="right" if column in right else "left", no_wrap=True)
        else:
            made.add_column(column, overflow="fold", min_width=_TEXT if len(columns) > 1 else None)
    for row in cells:
        made.add_row(*(Text(cell) for cell in row))
    out.print(made)


_WHOLE = frozenset({"id", "load"})  # what is copied stays in one piece
_TEXT = 8  # the narrowest column of text that is still read


def _least(columns: Sequence[str], cells: Sequence[Sequence[str]], right: Sequence[str]) -> int:
    """How narrow a table may become before its numbers break."""
    widths = [
        max([cell_len(name), *(cell_len(row[at]) for row in cells)]) if name in right or name in _WHOLE else _TEXT
        for at, name in enumerate(columns)
    ]
    return sum(widths) + 2 * (len(columns) - 1)


def _paragraphs(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> None:
    for row in cells:
        print(row[0])  # noqa: T201
        said = " · ".join(f"{name} {cell}" for name, cell in list(zip(columns, row, strict=True))[1:] if cell)
        print(textwrap.fill(said, width, initial_indent="  ", subsequent_indent="  "))  # noqa: T201


def console() -> Console:
    """Standard output for tables; wide where nobody looks at it directly."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return clean(value)
