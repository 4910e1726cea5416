"""Bytes → rows: every format that lpgraph reads, text first, nothing guessed and nothing dropped in silence."""

from __future__ import annotations

import codecs
from pathlib import Path

from loaders.base import Issue
from loaders.readers.content import Content, read_content, shown
from loaders.readers.delimited import open_delimited
from loaders.readers.header import WORDS
from loaders.readers.limits import LIMITS, Limits
from loaders.readers.nested import open_json, open_yaml
from loaders.readers.opened import Opened
from loaders.readers.table import open_table
from loaders.readers.workbook import SeveralSheets, read_sheet
from lpgraph.errors import FileRefused

__all__ = [
    "LIMITS",
    "Content",
    "Limits",
    "Opened",
    "SeveralSheets",
    "open_content",
    "open_file",
    "open_sheets",
    "read_content",
]

_JSON = {".json", ".jsonl", ".ndjson", ".geojson"}
_YAML = {".yaml", ".yml"}
_BOOKS = {".xlsx", ".xlsm"}
# First bytes of files that are not what lpgraph reads, and what to do about them.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "is an old or locked Excel file; save it as .xlsx without a password, or as CSV UTF-8"),
    (b"\x89PNG", "is a picture, not a table"),
    (b"\xff\xd8\xff", "is a picture, not a table"),
    (b"GIF8", "is a picture, not a table"),
    (b"%PDF", "is a PDF; export the table as CSV or XLSX"),
    (b"\x1f\x8b", "is packed with gzip; unpack it, or give it as .tar.gz"),
    (b"PAR1", "is a Parquet file; export it as CSV"),
    (b"SQLite format 3", "is a database; export its tables as CSV"),
    (b"\x7fELF", "is a program"),
)
# Endings of files that look packed or like text but hold no table that can be read, and what to do about them.
_OTHER = {
    ".sql": "is a database's dump; export the table itself as CSV",
    ".docx": "is a Word document; copy its table into a sheet and save that as .xlsx or CSV",
    ".pptx": "is a presentation, not a table",
    ".ods": "is an OpenDocument sheet; save it as .xlsx or CSV",
    ".numbers": "is a Numbers sheet; export it as CSV or Excel",
    ".xlsb": "is a binary workbook; save it as .xlsx",
    ".js": "is a program, not a table; if data stands in it, export that as JSON or CSV",
}


def open_file(path: Path, *, encoding: str = "", sheet: str = "", words: frozenset[str] = frozenset()) -> Opened:
    """Open one file of any format that lpgraph reads. Raises ``FileRefused`` with file, line and what to do.

    ``words``: further column names (those of the known sources) that help to find a header below a preamble.
    """
    return open_content(read_content(path), encoding=encoding, sheet=sheet, words=words)


def open_content(
    content: Content, *, encoding: str = "", sheet: str = "", words: frozenset[str] = frozenset()
) -> Opened:
    """Open bytes that were read already: a member of an archive, an upload."""
    start = content.data[:16]
    for mark, reason in _FOREIGN:
        if start.startswith(mark):
            raise FileRefused(content.name, reason)
    if content.suffix in _OTHER:
        raise FileRefused(content.name, _OTHER[content.suffix])
    if start.startswith(b"PK") or content.suffix in _BOOKS:
        if content.suffix not in _BOOKS:
            raise FileRefused(content.name, "is a packed file or a workbook; name it .xlsx or .zip for what it is")
        return _open_sheet(content, content.name, sheet, words)
    if content.suffix in _JSON:
        return open_json(content, encoding)
    if content.suffix in _YAML:
        return open_yaml(content, encoding)
    table = open_delimited(content, encoding)
    opened = open_table(content, table.media, table.records, words=WORDS | words, encoding=table.encoding)
    if encoding and table.encoding == "utf-8" and codecs.lookup(encoding).name != "utf-8":
        reason = f"is UTF-8 beyond doubt and was read so, although {encoding} was said"
        opened.issues.append(Issue(content.name, None, None, None, reason, False))
    return opened


def open_sheets(content: Content, titles: tuple[str, ...], words: frozenset[str] = frozenset()) -> list[Opened]:
    """Each of these sheets of a workbook as a file of its own, named after the workbook and the sheet."""
    return [_open_sheet(content, f"{content.name} ({shown(title)})", title, words) for title in titles]


def _open_sheet(content: Content, name: str, sheet: str, words: frozenset[str]) -> Opened:
    title, records, warning = read_sheet(content, sheet)
    named = (
        content if name == content.name else Content(name, content.data, content.folder, content.path, content.inside)
    )
    opened = open_table(named, "xlsx", lambda: iter(records), padded=True, words=WORDS | words, sheet=title)
    if warning:
        opened.issues.append(Issue(name, None, None, None, warning, False))
    return opened
