"""LittleSis bulk files: people and organizations of a list, and the sheet that adds relationships.

``primary_ext`` says Person or Org. A name and its blurb together tell somebody apart. The relationship sheet does not
say whose relationships it holds, nor of which kind they are (LittleSis asks on its page): its people and organizations
are kept, and each row says that the tie itself belongs into `lpgraph template ties`; LittleSis' own download (JSON)
names both ends. Pay and amounts are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities
from loaders.base import Context, Draft, Mention, Row, RowRefused, Source
from lpgraph.ids import fold

NAMESPACE = "littlesis"


def _entity(row: Row) -> Mention:
    """The person or organization of a row."""
    called, blurb, kind = row.take("name"), row.maybe("blurb"), row.take("primary_ext").casefold()
    if kind == "person":
        name = entities.name(called)
        return entities.person(NAMESPACE, ("name", fold(called), fold(blurb), "", ""), name, title=blurb)
    if kind == "org":
        return entities.organization(NAMESPACE, ("name", fold(called), fold(blurb)), called)
    raise RowRefused("primary_ext must be Person or Org", "primary_ext")


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    yield _entity(row)


def _read_relationship(row: Row, _context: Context) -> Iterator[Draft]:
    yield _entity(row)
    row.flag("the sheet does not say with whom the tie is: write it in `lpgraph template ties`", "description1")


LISTS = Source(
    name="littlesis-list",
    publisher="LittleSis",
    gives="people and organizations of a list",
    header=("name", "primary_ext", "blurb"),
    read=_read,
)
RELATIONSHIPS = Source(
    name="littlesis-relationships",
    publisher="LittleSis",
    gives="people and organizations of a relationship sheet (not the ties, whose other end it does not name)",
    header=("name", "primary_ext", "blurb", "description1", "description2"),
    read=_read_relationship,
    ignore=frozenset({
        "description1", "description2", "start_date", "end_date", "is_current", "notes", "amount", "currency", "goods",
        "is_board", "is_executive", "compensation", "degree", "education_field", "is_dropout", "dues",
    }),
)  # fmt: skip
