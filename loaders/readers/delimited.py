"""Delimited text → records: cells, the physical line they begin on, and the raw text."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.readers.content import Content
from loaders.readers.limits import LIMITS
from loaders.readers.text import encoding_of, lines_of
from lpgraph.errors import FileRefused

DELIMITERS = (",", ";", "\t", "|")
_UNQUOTED = ("\t", "|")  # written by systems that do not quote: a stray quote is text there


@dataclass(slots=True)
class Record:
    """One record of a table; ``fault`` says why it cannot be taken apart."""

    cells: list[str]
    line: int
    text: str
    fault: str = ""
    said: str = ""  # what to warn of: an error that a workbook holds instead of a value

    @property
    def blank(self) -> bool:
        """Nothing in any cell."""
        return not self.fault and not "".join(self.cells).strip()


@dataclass(frozen=True, slots=True)
class Delimited:
    """A delimited file whose encoding, delimiter and quoting are settled."""

    content: Content
    encoding: str
    delimiter: str
    quoted: bool

    @property
    def media(self) -> str:
        """``tsv`` when tabs separate, else ``csv``."""
        return "tsv" if self.delimiter == "\t" else "csv"

    def records(self) -> Iterator[Record]:
        """Every record, blank ones included. Raises ``FileRefused`` for a quote that is never closed."""
        return _records(self.content.name, lines_of(self.content, self.encoding), self.delimiter, self.quoted)


def open_delimited(content: Content, encoding: str = "") -> Delimited:
    """Settle how the file is to be read, and check it once from end to end."""
    if content.data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        raise FileRefused(
            content.name, "is a web page or XML, not a table (was the download an error message?)", line=1
        )
    chosen = encoding_of(content, encoding)
    delimiter = sniff(itertools.islice(lines_of(content, chosen), LIMITS.header_within))
    quoted = True
    if delimiter in _UNQUOTED:
        quoted = _is_quoted(content, chosen, delimiter)
    return Delimited(content, chosen, delimiter, quoted)


def sniff(lines: Iterable[str]) -> str:
    """The delimiter, judged by the header line: the first line with two of one kind, else the first with any.

    >>> sniff(["name;e-mail;city", "Ana, Bea;a@example.org;Rome"])
    ';'
    """
    first = ""
    for line in lines:
        bare = "".join(line.split('"')[::2])  # outside quotes
        count, delimiter = max((bare.count(d), -i, d) for i, d in enumerate(DELIMITERS))[::2]
        if count >= 2 and (not first or first not in bare):
            return str(delimiter)
        if count and not first:
            first = str(delimiter)
    return first or ","


def _is_quoted(content: Content, encoding: str, delimiter: str) -> bool:
    """Whether quotes are quotes here: every record can be taken apart with them."""
    try:
        return not any(r.fault for r in _records(content.name, lines_of(content, encoding), delimiter, True))
    except FileRefused:
        return False


def _records(file: str, lines: Iterator[str], delimiter: str, quoted: bool) -> Iterator[Record]:
    """csv's own reader, with the raw text and the first line of each record."""
    taken: list[str] = []
    width = 0

    def tap() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    if quoted:
        reader = csv.reader(tap(), delimiter=delimiter, strict=True)
    else:
        reader = csv.reader(tap(), delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    while True:
        start = reader.line_num + 1
        fault, cells = "", []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as why:
            fault = _fault(file, start, len(taken), str(why))
        text = "".join(taken)
        width = max(width, len(cells))
        if quoted and len(taken) > 2 and width > 3 and _swallows(taken, delimiter, width):
            raise _unclosed(file, start)
        taken.clear()
        yield Record(cells, start, text.rstrip("\r\n"), fault)


def _fault(file: str, start: int, lines: int, why: str) -> str:
    """Why csv gave up on this record; a quote that swallows the rest of the file refuses the file."""
    if "unexpected end" in why or ("field larger" in why and lines > 1):
        raise _unclosed(file, start)
    if "field larger" in why:
        return f"a cell holds more than {LIMITS.cell_chars:,} characters"
    return "text after a closing quote: a quote inside a quoted value must be doubled"


def _swallows(taken: list[str], delimiter: str, width: int) -> bool:
    """Whether a quoted value looks as if it swallowed whole rows: lines inside it with as many separators as the
    record has (in prose a comma is followed by a space, in a row it is not)."""
    return any(line.count(delimiter) - line.count(f"{delimiter} ") >= width - 1 for line in taken[1:-1])


def _unclosed(file: str, line: int) -> FileRefused:
    return FileRefused(file, "a quote opened in the record that begins here is never closed", line=line)
