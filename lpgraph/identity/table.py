"""A table of records for ``lpgraph resolve``: CSV or parquet read as text, and cards made of its columns.

Only the columns named here are looked at; a column that holds the truth, or that nobody knows, is never read.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from math import isnan
from pathlib import Path

from lpgraph.errors import FileRefused
from lpgraph.identity.organizations import OrganizationCard
from lpgraph.identity.people_read import PersonCard

Table = dict[str, list[str]]
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
    """Every column of a CSV or parquet file as text; what is missing is empty."""
    if path.suffix.lower() in (".parquet", ".pq"):
        return _parquet(path)
    if path.suffix.lower() != ".csv":
        raise FileRefused(path.name, "a table for resolve ends in .csv or .parquet")
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header, *rows = list(csv.reader(stream)) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileRefused(path.name, f"no CSV in UTF-8 ({error}). Save it as “CSV UTF-8”") from error
    rows = [row for row in rows if any(row)]
    wrong = next((at for at, row in enumerate(rows, 2) if len(row) > len(header)), 0)
    if wrong:
        raise FileRefused(path.name, "more fields than the header has; quote a field that holds a comma", line=wrong)
    return {
        name.strip(): [row[at].strip() if at < len(row) else "" for row in rows]
        for at, name in reversed(list(enumerate(header)))
    }


def _parquet(path: Path) -> Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path)
    except (pa.ArrowException, OSError) as error:
        raise FileRefused(path.name, f"no parquet file ({error})") from error
    return {name: [_text(value) for value in table[name].to_pylist()] for name in table.column_names}


def _text(value: object) -> str:
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # an id or a zip that a spreadsheet made a number
    return str(value).strip()


def check(table: Table, name: str) -> None:
    """Refuse a table without ``rec_id``, with an empty one, or with one that stands twice."""
    ids = table.get("rec_id")
    if ids is None:
        raise FileRefused(name, "no column rec_id; it names each row and must be there")
    if "" in ids:
        raise FileRefused(name, "a row without rec_id", line=ids.index("") + 2)
    twice = [one for one, count in Counter(ids).items() if count > 1]
    if twice:
        more = f" and {len(twice) - 5} more" if len(twice) > 5 else ""
        raise FileRefused(name, f"rec_id must be unique; more than once: {', '.join(twice[:5])}{more}")


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
