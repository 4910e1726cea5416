"""A list of OLMS file numbers by affiliate and local number (labordata's ``{"SEIU|1199": [31847, …]}``).

One key has many file numbers: each is a union of its own, and the file number alone says which. Nobody is joined by
name. Local ``0`` means without a number (the international itself or a body between): it gets no local number and no
affiliation. An affiliate that lpgraph does not know stays as written and is affiliated with nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import entities, unions
from loaders.base import Context, Draft, Fact, Row, RowRefused, Source

_KEY = re.compile(r"([^|]+)\|(-?\w*)")
_UNAFFILIATED = ("UNAFF", "UNAFFILIATED")


def _parts(row: Row) -> tuple[str, str]:
    """Affiliate as written and local number, ``""`` for none."""
    found = _KEY.fullmatch(row.take("key"))
    if not found:
        raise RowRefused("the key is not affiliate|local (SEIU|1199)", "key")
    written, local = found.group(1).strip(), found.group(2).upper()
    if local.startswith("-"):
        row.flag(f"{local} is no local number; it was left out", "key")
        local = ""
    return "" if written.upper() in _UNAFFILIATED else written, "" if local == "0" else local


def _numbers(row: Row) -> list[str]:
    """The file numbers, each once."""
    listed = row.node("value")
    if not isinstance(listed, list) or not listed:
        raise RowRefused("the value is not a list of file numbers", "value")
    numbers = [str(n).strip().lstrip("0") for n in listed]
    if wrong := next((n for n in numbers if not n.isdecimal()), None):
        raise RowRefused(f"{wrong!r} is not a file number", "value")
    return list(dict.fromkeys(numbers))


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    written, local = _parts(row)
    known = unions.affiliate(written)
    acronym = known or written
    for number in _numbers(row):
        who = entities.organization(
            "olms",
            ("file", number),
            f"{acronym} {local}".strip() + f" (file number {number})" if acronym else f"Union (file number {number})",
            ids=(f"olms:{number}",),
            classification="union",
            lmFileNumber=number,
            affiliate=acronym,
            localNumber=local,
        )
        yield who
        if known and local:
            yield Fact("AFFILIATED_WITH", who, unions.national(known), record=("number", number, row.take("key")))


def _looks(row: Row) -> bool:
    """Keys of the form affiliate|local, and lists of whole numbers."""
    listed = row.node("value")
    key = _KEY.fullmatch(row.maybe("key"))
    return bool(key) and isinstance(listed, list) and all(str(n).isdecimal() for n in listed)


SOURCE = Source(
    name="olms-file-numbers",
    publisher="labordata (OLMS)",
    gives="unions' file numbers by affiliate and local number",
    header=("key", "value"),
    read=_read,
    media=("json",),
    looks=_looks,
)
