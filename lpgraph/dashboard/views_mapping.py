"""A proposed mapping as a table that a person can correct, and the corrected table as a mapping again."""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import islice
from typing import Any

from loaders.mapping import Mapping, preview
from loaders.mapping.model import EventColumns, OrganizationColumns, PersonColumns
from loaders.readers import Opened
from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean, short

# what a mapping calls a column's use → what a person calls it; the order is that of the list to choose from
MEANINGS: dict[str, str] = words.MEANINGS
_BY_WORD = {word: meaning for meaning, word in MEANINGS.items()}
_SAMPLE_ROWS, _SHOWN_ROWS = 20, 5
_PARTS = {"person": PersonColumns, "organization": OrganizationColumns, "event": EventColumns}


def table(opened: Opened, mapping: Mapping) -> list[dict[str, str]]:
    """Each column of the file with its proposed meaning and an example."""
    rows = [row.data for row in islice(opened.rows(), _SAMPLE_ROWS)]
    return [
        {
            "column": column,
            "meaning": MEANINGS.get(mapping.used.get(column, ""), MEANINGS[""]),
            "sample": next((short(str(row[column]), 60) for row in rows if row.get(column)), ""),
        }
        for column in opened.header
    ]


def corrected(mapping: Mapping, rows: Sequence[Table[str, str]]) -> Mapping:
    """The mapping with the meanings that the table now gives; what the table does not show stays as proposed."""
    chosen = {row["column"]: _BY_WORD.get(row["meaning"], "") for row in rows}
    if all(mapping.used.get(column, "") == meaning for column, meaning in chosen.items()):
        return mapping
    parts = {part: _part(part, getattr(mapping, part), chosen) for part in _PARTS}
    status = next((column for column, meaning in chosen.items() if meaning == "attendance"), "")
    attendance = (
        mapping.attendance if status == mapping.attendance.column else replace(mapping.attendance, column=status)
    )
    return replace(mapping, attendance=attendance, **parts)


def _part(part: str, columns: Any, chosen: Table[str, str]) -> Any:
    """One part with exactly the columns that were chosen for it; a field that holds several takes them all."""
    change: dict[str, object] = {}
    for item in fields(columns):
        meaning = f"{part} {item.name}"
        if meaning not in MEANINGS:
            continue
        found = tuple(column for column, use in chosen.items() if use == meaning)
        change[item.name] = found if isinstance(getattr(columns, item.name), tuple) else (found[0] if found else "")
    return replace(columns, **change)


def shown(opened: Opened, mapping: Mapping) -> list[dict[str, str | int]]:
    """The first rows as the mapping reads them: who, what, and what that says."""
    return [
        {
            "row": row.row,
            "person": clean(row.person),
            "organizations": clean(", ".join(row.organizations)),
            "event": clean(row.event),
            "says": clean("; ".join(row.says)),
            "issues": clean("; ".join(row.issues)),
        }
        for row in preview(opened, mapping, _SHOWN_ROWS)
    ]


def says(mapping: Mapping) -> list[str]:
    """What the mapping makes of a row, in sentences; the columns are in the table already."""
    return [clean(line) for line in mapping.describe() if "→" not in line]
