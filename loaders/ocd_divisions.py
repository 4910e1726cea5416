"""Open Civic Data divisions: places, districts and wards by id; aliases; census places."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas
from loaders.base import Context, Draft, Row, RowRefused, Source


def _id(row: Row, column: str) -> str:
    ocd_id = row.take(column)
    if not ocd_id.startswith("ocd-division/"):
        raise RowRefused(f"{column} is not an ocd-division id", column)
    return ocd_id


def _read(row: Row, context: Context) -> Iterator[Draft]:
    if row.maybe("sameAs"):
        yield from _read_alias(row, context)
        return
    written, name = _id(row, "id"), row.take("name")
    # The census writes "Boulder city" and the lists "Denver CO - City Council district 3": what people call a place
    # is read off the id, and an alias never gives its name to the place it stands for.
    known = areas.readable(areas.canonical(written))
    code = areas.canonical(written)
    keep = written.casefold() == code and not (areas.is_plain(code) and code.startswith(areas.US))
    place = areas.division(written, name if keep else known, rank=3)
    yield place
    yield from areas.within(place)


def _read_alias(row: Row, _context: Context) -> Iterator[Draft]:
    alias, real = _id(row, "id"), _id(row, "sameAs")
    row.maybe("sameAsNote")
    row.maybe("name")
    if areas.canonical(alias) != areas.canonical(real):
        row.flag("lpgraph does not fold this alias: both ids stay places of their own", "sameAs")
    place = areas.division(real)
    yield place
    yield from areas.within(place)


SOURCE = Source(
    name="ocd-divisions",
    publisher="Open Civic Data",
    gives="places, council districts and wards, and what lies in what",
    header=("id", "name"),
    read=_read,
    # A country's own list (country-us.csv) has more, and each country's other columns.
    looks=lambda row: row.maybe("id").startswith("ocd-division/"),
    ignore=frozenset({"census_geoid", "census_geoid_12", "census_geoid_14", "sameAsNote", "validFrom", "validThrough",
                      "openstates_district", "placeholder_id", "sch_dist_stateid", "state_id"}),
)  # fmt: skip
ALIASES = Source(
    name="ocd-aliases",
    publisher="Open Civic Data",
    gives="other ids of the same place",
    header=("id", "sameAs", "sameAsNote"),
    read=_read_alias,
    refuse_unless=lambda header: "name" not in header,
)
