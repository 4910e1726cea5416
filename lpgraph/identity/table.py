"""A table of records for ``lpgraph resolve``: CSV or parquet read as text, and cards made of its columns.

Only the columns named here are looked at; a column that holds the truth, or that nobody knows, is never read.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from math import isnan
from pathlib import Path

from lpgraph.errors import FileRefused
from lpgraph.identity.organizations import OrganizationCard
from lpgraph.identity.people_read import PersonCard

_END = "\x1fend"  # what comes after the last row; a quote that is never closed swallows it
_NOTHING = frozenset({
    "nan", "NaN", "NAN", "None", "NULL", "null", "NaT", "<NA>", "N/A", "n/a", "#N/A",
})  # fmt: skip


class Table(dict[str, list[str]]):
    """Columns by name; ``lines`` says where in the file each row begins (of parquet: its number)."""

    def __init__(self, columns: Mapping[str, list[str]], lines: list[int]) -> None:
        super().__init__(columns)
        self.lines = lines


# Field of a card → columns that say it, the first that is filled in a row wins.
PERSON = {
    "name": ("raw_name", "name", "full_name"),
    "given": ("first_col", "given", "first_name"),
    "family": ("last_col", "family", "last_name"),
    "title": ("title",),
    "organization": ("org", "organization"),
    "city": ("city",),
    "state": ("state", "file_state"),
    "zip": ("zip", "postal_code"),
    "middle": ("middle", "middle_name"),
    "suffix": ("suffix",),
    "emails": ("email",),
    "phones": ("phone",),
}
ORGANIZATION = {
    "name": ("name",), "ein": ("ein",), "file_number": ("file_number", "lm_file_number"), "city": ("city",),
    "state": ("state",), "zip": ("zip",), "classification": ("classification",), "acronym": ("acronym",),
    "affiliate": ("affiliate",), "designation": ("designation",), "local_number": ("local_number",),
}  # fmt: skip


def read_table(path: Path) -> Table:
    """Every column of a CSV or parquet file as text, by its name in small letters; what is missing is empty.

    Of two columns of one name the first counts.
    """
    if path.suffix.lower() in (".parquet", ".pq"):
        return _parquet(path)
    if path.suffix.lower() != ".csv":
        raise FileRefused(path.name, "a table for resolve ends in .csv or .parquet")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(path.name, f"no CSV in UTF-8 ({error}). Save it as “CSV UTF-8”") from error
    except OSError as error:
        raise FileRefused(path.name, f"cannot be read ({error.strerror})") from error
    header, rows, lines = _csv(path.name, text)
    columns = {
        name.strip().casefold(): [_filled(row[at]) if at < len(row) else "" for row in rows]
        for at, name in reversed(list(enumerate(header)))
    }
    return Table(columns, lines)


def _csv(name: str, text: str) -> tuple[list[str], list[list[str]], list[int]]:
    """The header, the rows, and the line on which each begins; refuses what a reader would guess at."""
    first = text.partition("\n")[0]
    mark = next((m for m in ",;\t" if "rec_id" in (part.strip(' "').casefold() for part in first.split(m))), ",")
    reader = csv.reader(chain(io.StringIO(text, newline=""), ["\n", f"{_END}\n"]), delimiter=mark)
    header: list[str] | None = None
    rows, lines, last, at = [], [], [""], 1
    try:
        for row in reader:
            begins, at = at, reader.line_num + 1
            last = row
            if row == [_END] or not any(row):
                continue
            if header is None:
                header = row
            elif len(row) > len(header):
                raise FileRefused(
                    name, "more fields than the header has; quote a field that holds a comma", line=begins
                )
            else:
                rows.append(row)
                lines.append(begins)
    except csv.Error as error:
        raise FileRefused(name, f"this row is no CSV ({error})", line=at) from error
    if last != [_END]:
        raise FileRefused(name, 'a quote (") is opened in this row and never closed', line=begins)
    return header or [], rows, lines


def _parquet(path: Path) -> Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path).read()
    except (pa.ArrowException, OSError) as error:
        raise FileRefused(path.name, f"no parquet file ({str(error).splitlines()[0]})") from error
    columns = {
        name.strip().casefold(): [_text(value) for value in table.column(at).to_pylist()]
        for at, name in reversed(list(enumerate(table.column_names)))
    }
    return Table(columns, list(range(1, table.num_rows + 1)))


def _text(value: object) -> str:
    if value is None or isinstance(value, dict) or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # an id or a zip that a spreadsheet made a number
    if isinstance(value, bytes):
        return _filled(value.decode("utf-8", "replace"))
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    return _filled(str(value))


def _filled(text: str) -> str:
    """A cell's text; what a program writes for nothing is nothing. (Null and Na are surnames, NULL and nan are not.)"""
    text = text.strip()
    return "" if text in _NOTHING else text


def check(table: Table, name: str) -> None:
    """Refuse a table without ``rec_id``, with an empty one, or with one that stands twice."""
    ids = table.get("rec_id")
    if ids is None:
        found = f"; its columns are {', '.join(list(table)[::-1][:8])}" if any(table) else ""
        raise FileRefused(name, f"no column rec_id; it names each row and must be there{found}")
    if "" in ids:
        raise FileRefused(name, "a row without rec_id", line=table.lines[ids.index("")])
    twice = [one for one, count in Counter(ids).items() if count > 1]
    if twice:
        more = f" and {len(twice) - 5} more" if len(twice) > 5 else ""
        again = ids.index(twice[0], ids.index(twice[0]) + 1)
        reason = f"rec_id must be unique; more than once: {', '.join(twice[:5])}{more}"
        raise FileRefused(name, reason, line=table.lines[again])


def refuse_unnamed(table: Table, name: str, fields: dict[str, tuple[str, ...]]) -> None:
    """Refuse a table that has none of the columns a record is told by."""
    if not any(column in table for columns in fields.values() for column in columns):
        known = ", ".join(columns[0] for columns in fields.values())
        raise FileRefused(name, f"none of the columns that say who it is: {known}")


def _columns(table: Table, names: Iterable[str]) -> list[str]:
    found = [table[name] for name in names if name in table]
    return [next(filter(None, values), "") for values in zip(*found, strict=True)] if found else []


def person_cards(table: Table) -> list[PersonCard]:
    """A card a row."""
    told = {field: _columns(table, names) for field, names in PERSON.items()}
    cards = []
    for at, key in enumerate(table["rec_id"]):
        said = {field: values[at] for field, values in told.items() if values}
        mail, phone = said.pop("emails", ""), said.pop("phones", "")
        card = PersonCard(key, **said)  # type: ignore[arg-type]
        cards.append(replace(card, emails=(mail,) if mail else (), phones=(phone,) if phone else ()))
    return cards


def organization_cards(table: Table) -> list[OrganizationCard]:
    """A card a row."""
    told = {field: _columns(table, names) for field, names in ORGANIZATION.items()}
    return [
        OrganizationCard(key, **{field: values[at] for field, values in told.items() if values})
        for at, key in enumerate(table["rec_id"])
    ]
