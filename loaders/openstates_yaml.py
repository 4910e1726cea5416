"""OpenStates people, one YAML file each: officials with their present and past roles.

A legislature role that has ended stays as history. E-mail addresses are shared by whole councils here: the
``ocd-person`` id alone says who somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused, Source
from loaders.openstates_people import NAMESPACE, body, cell, office, person
from lpgraph.ids import fold


def _list(row: Row, column: str) -> list[dict[str, object]]:
    value = row.node(column)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _phones(row: Row) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for item in _list(row, "offices") + _list(row, "contact_details"):
        for number in entities.phones(row, cell(item.get("voice")), "offices"):
            found[number] = None
    return tuple(found)


def _other_names(row: Row, who: Mention, name: entities.Name) -> Iterator[Mention]:
    """The person's other spellings, each a mention of its own that carries no news but the name."""
    spellings = [cell(item.get("name")) for item in _list(row, "other_names")]
    if name.nickname:
        spellings.append(f"{name.nickname} {name.family}".strip())
    for spelling in dict.fromkeys(spellings):
        if spelling and fold(spelling) != fold(name.text):
            yield entities.person(NAMESPACE, who.ident, entities.name(spelling), ids=who.ids, rank=0)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    ocd_id = cell(row.take("id"))
    if not ocd_id.startswith("ocd-person/"):
        raise RowRefused("the id is not an ocd-person id", "id")
    name = entities.name(
        cell(row.take("name")),
        cell(row.maybe("given_name")),
        cell(row.maybe("family_name")),
        cell(row.maybe("middle_name")),
        cell(row.maybe("suffix")),
    )
    links = [cell(item.get("url")) for item in _list(row, "links")]
    who = person(row, ocd_id, name, cell(row.maybe("email")), _phones(row), next(filter(None, links), ""))
    yield who
    yield from _other_names(row, who, name)
    for role in _list(row, "roles"):
        yield from office(who, role, ("person", ocd_id), row)


def _read_jurisdiction(row: Row, _context: Context) -> Iterator[Draft]:
    jurisdiction = cell(row.take("id"))
    if not jurisdiction.startswith("ocd-jurisdiction/"):
        raise RowRefused("the id is not an ocd-jurisdiction id", "id")
    row.maybe("name")
    government, area = body(jurisdiction)
    yield government
    yield Fact("GOVERNS", government, area, record=("body", government.ident[0]))
    yield from areas.within(area)


SOURCE = Source(
    name="openstates-yaml",
    publisher="OpenStates",
    gives="officials (mayors, council members, legislators) with present and past roles",
    header=("id", "name", "roles"),
    read=_read,
    media=("yaml",),
    ignore=frozenset(
        {
            "gender",
            "image",
            "party",
            "sources",
            "extras",
            "other_identifiers",
            "birth_date",
            "death_date",
            "biography",
            "ids",
            "honorific_prefix",
        }
    ),
    one_file_each=True,
)
JURISDICTIONS = Source(
    name="openstates-jurisdictions",
    publisher="OpenStates",
    gives="the municipalities whose officials OpenStates lists",
    header=("id", "name"),
    read=_read_jurisdiction,
    media=("yaml",),
    refuse_unless=lambda header: "roles" not in header,
    looks=lambda row: cell(row.maybe("id")).startswith("ocd-jurisdiction/"),
)
