"""Workbooks (.xlsx, .xlsm): checked as archives before anything is unpacked, then read as text."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from typing import Any
from xml.etree.ElementTree import ParseError

import defusedxml  # noqa: F401  openpyxl reads all XML through it when it is there: refuse to start without
import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from loaders.readers.content import Content, shown
from loaders.readers.delimited import Record
from loaders.readers.limits import LIMITS
from lpgraph.errors import FileRefused, Need

# What openpyxl and zipfile raise on damaged workbooks.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,  # defusedxml's refusals too
    IndexError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    AssertionError,
)
MOST_BLANK = 1_000  # blank rows in a row that are kept; of more, those are left out that come then
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"  # another dialect, of which openpyxl sees nothing
_NO_VALUE = re.compile(rb"</f>\s*(?:<v ?/>|<v></v>)?\s*</c>")


class SeveralSheets(FileRefused):
    """A workbook of which several sheets hold values, and nobody said which; ``titles`` are those."""

    def __init__(self, file: str, titles: tuple[str, ...]) -> None:
        self.titles = titles
        listed = ", ".join(f"“{title}”" for title in titles)
        super().__init__(file, f"{len(titles)} sheets hold values: {listed}", need=Need("sheet"))


_NEGATIVE = re.compile(rb'<c [^>]*t="s"[^>]*>\s*<v>\s*-')  # Python would count from the end of the list of texts
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_IGNORED = re.compile(r"\(ignore\)|^(read ?me|instructions|help|notes|about)$", re.IGNORECASE)


def check_zip(name: str, archive: zipfile.ZipFile, members: int) -> None:
    """Refuse an archive by its directory, before unpacking: too many members, too large, packed too well."""
    infos = archive.infolist()
    if len(infos) > members:
        raise FileRefused(name, f"{len(infos):,} files inside; the limit is {members:,}")
    size = sum(i.file_size for i in infos)
    packed = max(1, sum(i.compress_size for i in infos))
    if size > LIMITS.unpacked_bytes:
        raise FileRefused(name, f"would unpack to {size:,} bytes; the limit is {LIMITS.unpacked_bytes:,}")
    if size > LIMITS.ratio_from and size > packed * LIMITS.unpacked_ratio:
        raise FileRefused(name, f"would unpack to {size // packed} times its size: not an honest file")
    if any(i.flag_bits & 1 for i in infos):
        raise FileRefused(name, "is locked with a password; save it without one")


def read_sheet(content: Content, sheet: str = "") -> tuple[str, list[Record], str]:
    """The name and the records of the one sheet that holds a table, as text; and what to warn of (or ``""``)."""
    unknown = _check_workbook(content)
    warning = (
        f"{unknown:,} formulas have no stored value and were read as blank; save it once in Excel" if unknown else ""
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns about styles and extensions that hold no data
        try:
            book = openpyxl.load_workbook(io.BytesIO(content.data), read_only=True, data_only=True, keep_links=False)
            return (*_choose(content.name, book, sheet), warning)
        except _DAMAGED as why:
            said = f" ({type(why).__name__})"
            raise FileRefused(content.name, f"the workbook is damaged{said}; open it and save it again") from why


def _check_workbook(content: Content) -> int:
    """Limits and document types (entities, outside files) before any XML is parsed; how many formulas have no value."""
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            check_zip(content.name, archive, LIMITS.workbook_members)
            return sum(_check_part(content.name, archive, info) for info in archive.infolist())
    except _DAMAGED as why:
        raise FileRefused(content.name, "the workbook is damaged or cut short; open it and save it again") from why


def _check_part(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    """A part of a workbook never declares a document type; reading it whole checks its checksum as well."""
    kept, unknown = b"", 0
    with archive.open(info) as part:
        while chunk := part.read(1 << 20):
            text = (kept + chunk).replace(b"\0", b"")  # UTF-16 hides nothing
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise FileRefused(name, f"{shown(info.filename)} declares XML entities: not an honest workbook")
            if _STRICT in text and info.filename == "xl/workbook.xml":
                raise FileRefused(name, "is saved as Strict Open XML; save it as an ordinary Excel workbook (.xlsx)")
            if _NEGATIVE.search(text):
                raise FileRefused(name, "the workbook is damaged (a cell points at no text); open it and save it again")
            unknown += len(_NO_VALUE.findall(text))
            kept = chunk[-64:]  # what is split between two chunks; a formula there may count twice
    return unknown


def _choose(name: str, book: Any, wanted: str) -> tuple[str, list[Record]]:
    """The sheet that the user named, else the only one with values."""
    sheets = [s for s in book.worksheets if hasattr(s, "iter_rows")]
    titles = [str(s.title) for s in sheets]
    if wanted:
        chosen = [s for s in sheets if str(s.title).casefold() == wanted.casefold()]
        if not chosen:
            raise FileRefused(name, f"no sheet is called “{wanted}”; there are: {', '.join(titles)}")
        return str(chosen[0].title), _records(name, chosen[0])
    found: list[tuple[str, list[Record]]] = []
    for sheet in sheets:
        if sheet.sheet_state != "visible" or _IGNORED.search(str(sheet.title)):
            continue
        records = _records(name, sheet)
        if any(not r.blank for r in records):
            found.append((str(sheet.title), records))
    if not found:
        raise FileRefused(name, "no visible sheet holds a value")
    if len(found) > 1:
        raise SeveralSheets(name, tuple(title for title, _ in found))
    return found[0]


def _records(name: str, sheet: Any) -> list[Record]:
    """Every row of a sheet as text; leading columns that are blank throughout the sheet are left out."""
    sheet.reset_dimensions()  # the size that a workbook states may be a lie
    records: list[Record] = []
    cells = blank = 0
    for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
        blank = 0 if any(v is not None for v in values) else blank + 1
        if blank > MOST_BLANK:  # on the way to a cell that somebody left far below: no rows
            continue
        texts = [as_text(v) for v in values]
        said = _take_errors(texts, line)
        while texts and not texts[-1]:
            texts.pop()
        cells += len(texts)
        if len(texts) > LIMITS.columns:
            raise FileRefused(name, f"{len(texts):,} columns; the limit is {LIMITS.columns:,}", line=line)
        if line > LIMITS.sheet_rows or cells > LIMITS.sheet_cells:
            raise FileRefused(name, "more rows or cells than a sheet can hold", line=line)
        if texts or records:
            records.append(Record(texts, line, "\t".join(texts), said=said))
    while records and records[-1].blank:
        records.pop()
    offset = min((next(i for i, c in enumerate(r.cells) if c.strip()) for r in records if not r.blank), default=0)
    if offset:
        for record in records:
            record.cells = record.cells[offset:]
    return records


_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"))


def _take_errors(texts: list[str], line: int) -> str:
    """Blank the cells that hold an error of Excel instead of a value, and say which."""
    found = [i for i, text in enumerate(texts) if text.startswith("#") and text in _ERRORS]
    if not found:
        return ""
    cells = ", ".join(f"{get_column_letter(i + 1)}{line} ({texts[i]})" for i in found)
    for i in found:
        texts[i] = ""
    return f"an error of Excel instead of a value, taken as blank: {cells}"


def as_text(value: object) -> str:
    """A cell as text: whole numbers without a point, dates in ISO form, blank for nothing.

    >>> as_text(123.0), as_text(True), as_text(None)
    ('123', 'TRUE', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    text = str(value)
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    """What a workbook writes as ``_x000D_``: half a character (a surrogate) stays as it is written."""
    number = int(found.group(1), 16)
    return found.group(0) if 0xD800 <= number < 0xE000 else chr(number)
