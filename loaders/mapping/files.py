"""Mappings as TOML files: readable, with comments, refused by name of the wrong key; remembered by header."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import tomli_w

from loaders.base import fold_column
from loaders.dates import Order
from loaders.mapping.model import (
    KEY_PARTS,
    Attendance,
    Coming,
    EventColumns,
    Mapping,
    OrganizationColumns,
    PersonColumns,
    Relation,
    RowRules,
    name_for,
)
from lpgraph.errors import FileRefused

_PARTS: dict[str, type[Any]] = {
    "person": PersonColumns,
    "organization": OrganizationColumns,
    "event": EventColumns,
    "attendance": Attendance,
    "rows": RowRules,
}
_COMMENTS = {
    "": "How lpgraph reads this kind of sheet. Change what is wrong, then: lpgraph load FILE --map THIS_FILE\n"
    "Sheets with the same header are the same source, month after month.",
    "person": "Columns that say who the row is about. name, or given and family.\n"
    "key: what tells two people apart; a row uses the first rule whose parts it fills.\n"
    "Parts: id, email, phone, name, organization, place, title, event, row (each row its own person), or a column.\n"
    'title_before = ",": in "Minister for X, Jane Doe" only what follows the last comma is the name.',
    "organization": 'relation = "member": the person is of it; "attends": it met the person at the event;\n'
    '"listed": each row is an organization, and no person; city, state and website are its own then.\n'
    "separators: characters between several organizations in one cell. start, end: since and until when a member.",
    "event": "Columns that say which event. Title (one or more columns), date and place together tell events apart.\n"
    'order = "mdy" or "dmy" says what 10/05/2026 is. year = "2014" completes dates that say only a month.\n'
    "one_per_row = true: each row is a meeting of its own. Without any of these, say --event when you load.",
    "attendance": 'Registered is not attended. column: a status, with its values listed ("*": anything filled).\n'
    "Without one, every_row says "
    'what each row means: "attended", "registered", or "" (people only).\n'
    "second: another status; who did not come by the first may still be registered by it.",
    "rows": "missing: words that mean blank. carry_down: columns where a blank means as above.\n"
    "notes: rows that begin so and fill one or two cells are notes. ignore: columns left out without a warning.",
}

_DAYS = (
    "# days: columns that are meetings, named after their day; a mark says who came. called: what they are called.\n"
)


def to_toml(mapping: Mapping) -> str:
    """The mapping as TOML with comments; the same mapping is always the same text."""
    text = [
        _commented(""),
        tomli_w.dumps({"name": mapping.name, "header": list(mapping.header)}, multiline_strings=False),
    ]
    for part in _PARTS:
        body = {k: list(v) if isinstance(v, tuple) else v for k, v in _plain(getattr(mapping, part)).items()}
        for rare in ("second", "days", "called"):
            if not body.get(rare, "."):
                del body[rare]  # without it the text, and so the reading, is what it always was
        more = _DAYS if "days" in body else ""
        text.append("\n" + _commented(part) + more + tomli_w.dumps({part: body}))
    return "".join(text)


def _plain(part: Any) -> dict[str, Any]:
    assert is_dataclass(part)  # noqa: S101
    return {f.name: getattr(part, f.name) for f in fields(part)}


def _commented(part: str) -> str:
    return "".join(f"# {line}\n" for line in _COMMENTS[part].splitlines())


def from_toml(text: str, file: str) -> Mapping:
    """The mapping of a TOML text. Raises ``FileRefused`` naming the key that is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise FileRefused(file, f"not a mapping: {why}") from why
    header = _texts(file, "header", data.pop("header", []))
    if not header:
        raise FileRefused(file, "not a mapping: header is missing (the column names of the sheet)")
    name = data.pop("name", "") or name_for(header)
    if not isinstance(name, str) or not name.replace("-", "").replace("_", "").isalnum():
        raise FileRefused(file, "name must be made of letters, digits and hyphens")
    unknown = set(data) - set(_PARTS)
    if unknown:
        raise FileRefused(file, f"[{sorted(unknown)[0]}] is no part of a mapping; parts are {', '.join(_PARTS)}")
    parts = {part: _part(file, part, kind, data.get(part, {})) for part, kind in _PARTS.items()}
    mapping = Mapping(name=name, header=header, **parts)
    _check(file, mapping)
    return mapping


def _part(file: str, part: str, kind: type[Any], given: Any) -> Any:
    """One table of the file, each key checked for its type."""
    if not isinstance(given, dict):
        raise FileRefused(file, f"{part} must be a table: [{part}]")
    known = {f.name: f.default for f in fields(kind)}
    made: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            raise FileRefused(file, f"[{part}] has no “{key}”; it has {', '.join(known)}")
        if isinstance(known[key], tuple):
            made[key] = _texts(file, f"[{part}] {key}", value)
        elif type(value) is not type(known[key]):
            wanted = "true or false" if isinstance(known[key], bool) else "text in quotes"
            raise FileRefused(file, f"[{part}] {key} must be {wanted}")
        else:
            made[key] = value
    return kind(**made)


def _texts(file: str, key: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise FileRefused(file, f'{key} must be a list of texts: ["…", "…"]')
    return tuple(value)


def _check(file: str, mapping: Mapping) -> None:
    """Columns must be in the header, choices must be among the known ones, and somebody must be named."""
    known = {fold_column(c) for c in mapping.header}
    columns = [*mapping.used, *mapping.rows.carry_down]
    columns += [p for rule in mapping.person.key for p in rule.split("+") if p.strip() and p.strip() not in KEY_PARTS]
    for column in columns:
        if fold_column(column) not in known:
            raise FileRefused(file, f"the column “{column}” is not in the header of this mapping")
    for key, value, kind in (
        ("[event] order", mapping.event.order, Order),
        ("[organization] relation", mapping.organization.relation, Relation),
        ("[attendance] every_row", mapping.attendance.every_row, Coming),
    ):
        if value not in get_args(kind):
            raise FileRefused(file, f"{key} must be one of {', '.join(repr(c) for c in get_args(kind))}")
    if not mapping.names_somebody:
        raise FileRefused(
            file, '[person] names no column: name, or given and family, or email; or [organization] relation = "listed"'
        )
    if mapping.attendance.column and mapping.attendance.every_row:
        raise FileRefused(file, "[attendance] has both column and every_row; one of them must be empty")


def read_mapping(path: Path) -> Mapping:
    """The mapping in a file."""
    try:
        return from_toml(path.read_text(encoding="utf-8"), path.name)
    except OSError as why:
        raise FileRefused(path.name, f"the mapping cannot be read ({why.strerror})") from why
    except UnicodeDecodeError as why:
        raise FileRefused(path.name, "the mapping is not UTF-8 text") from why


def write_mapping(mapping: Mapping, path: Path) -> Path:
    """Write a mapping for a person to look at; readable by the owner only, complete or not there at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".mapping-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(to_toml(mapping))
    Path(part).replace(path)
    return path


def _kept(header: Sequence[str], folder: Path) -> Path:
    return folder / f"{name_for(tuple(header))}.toml"


def remembered(header: Sequence[str], folder: Path) -> Mapping | None:
    """The mapping that was confirmed for this header, in whatever order its columns come."""
    path = _kept(header, folder)
    return read_mapping(path) if path.is_file() else None


def remember(mapping: Mapping, header: Sequence[str], folder: Path) -> Path:
    """Keep a confirmed mapping: the next sheet with this header is read by it."""
    return write_mapping(mapping, _kept(header, folder))
