"""OpenStates people as CSV: the yearly ``people/current/<st>.csv`` of legislators, and one row a role for towns.

The legislators' file names no state: it is the file's name (``co.csv``), as OpenStates publishes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from loaders import areas, entities
from loaders.base import Context, Draft, Row, RowRefused, Source
from loaders.openstates_people import cell, office, person

_PRIVATE = frozenset({
    "gender", "biography", "birth_date", "death_date", "image", "sources", "source", "capitol_address", "capitol_fax",
    "district_address", "district_fax", "twitter", "youtube", "instagram", "facebook", "wikidata", "current_party",
    "party", "address", "other_names", "file", "state",
})  # fmt: skip


def _id(row: Row) -> str:
    ocd_id = row.take("id")
    if not ocd_id.startswith("ocd-person/"):
        raise RowRefused("the id is not an ocd-person id", "id")
    return ocd_id


def _name(row: Row) -> entities.Name:
    return entities.name(row.take("name"), row.maybe("given_name"), row.maybe("family_name"))


def _phones(row: Row, *columns: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for c in columns for n in entities.phones(row, row.maybe(c), c)))


def _read_legislator(row: Row, _context: Context) -> Iterator[Draft]:
    ocd_id = _id(row)
    phones = _phones(row, "capitol_voice", "district_voice")
    website = row.maybe("links").split(";")[0].strip()
    who = person(row, ocd_id, _name(row), row.maybe("email"), phones, website)
    yield who
    code = areas.state_code(re.split(r"[^a-z]", PurePath(row.file).stem.lower())[0])
    chamber, district = row.maybe("current_chamber").lower(), row.maybe("current_district")
    if not code:
        row.flag("the file's name does not begin with a state code (co.csv): the office was left out", "id")
        return
    if chamber:
        state = areas.state_id(code).replace("ocd-division/", "ocd-jurisdiction/")
        role = {"type": chamber, "jurisdiction": f"{state}/government", "district": district}
        yield from office(who, role, ("person", ocd_id), row)


def _read_role(row: Row, _context: Context) -> Iterator[Draft]:
    ocd_id = _id(row)
    who = person(row, ocd_id, _name(row), row.maybe("email"), _phones(row, "phone"), row.maybe("link"))
    yield who
    role = {"type": row.maybe("role")} | {
        column: cell(row.maybe(column)) for column in ("start_date", "end_date", "jurisdiction", "district")
    }
    record = ("role", ocd_id, row.maybe("role"), row.maybe("jurisdiction"), row.maybe("district"))
    yield from office(who, role, record, row)


LEGISLATORS = Source(
    name="openstates-csv",
    publisher="OpenStates",
    gives="current state legislators (people/current/<state>.csv)",
    header=("id", "name", "current_district", "current_chamber"),
    read=_read_legislator,
    ignore=_PRIVATE,
)
MUNICIPAL = Source(
    name="openstates-municipal-csv",
    publisher="OpenStates",
    gives="municipal officials, one row a role",
    header=("id", "name", "role", "jurisdiction"),
    read=_read_role,
    ignore=_PRIVATE,
)
