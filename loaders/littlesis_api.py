"""LittleSis as its interface and its bulk download have it (JSON): people and organizations, and the ties between them.

A relationship names both ends by LittleSis' number. Of what kind each end is its links say (``/person/…``, ``/org/…``);
without them only ties whose ends leave no doubt are made (a board seat, an executive, a family, a hierarchy), and all
others are named. Education, donations, transactions, lobbying and ownership are no ties here; amounts, pay and birth
dates are not read. What is no longer current has an end where LittleSis knows one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from loaders import entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from lpgraph.model import Label, Props

NAMESPACE = "littlesis"
_P, _O = Label.PERSON, Label.ORGANIZATION
_LINK = re.compile(r"/(person|org)/(\d+)(?:-([^/?#\"]+))?")
_KIND = {"person": _P, "org": _O}
_KNOWS = {"4": "family", "8": "social", "9": "professional"}
_OTHERS = {
    "2": "education",
    "5": "a donation",
    "6": "a transaction",
    "7": "lobbying",
    "10": "ownership",
    "12": "generic",
}


def _attributes(row: Row) -> dict[str, Any]:
    found = row.node("attributes")
    if not isinstance(found, dict):
        raise RowRefused("attributes holds no record", "attributes")
    return found


def _text(attributes: dict[str, Any], name: str) -> str:
    value = attributes.get(name)
    return entities.clean(value) if isinstance(value, str) else ""


def _entity(kind: Label, number: str, called: str, rank: int, website: str = "", title: str = "") -> Mention:
    """A person or organization by LittleSis' number."""
    if kind is _P:
        return entities.person(
            NAMESPACE, ("id", number), entities.name(called), rank=rank, website=website, title=title
        )
    return entities.organization(NAMESPACE, ("id", number), called, rank=rank, website=website)


def _read_entity(row: Row, _context: Context) -> Iterator[Draft]:
    told = _attributes(row)
    number, called = row.take("id"), _text(told, "name")
    kind = _KIND.get(_text(told, "primary_ext").casefold())
    if not called or kind is None:
        raise RowRefused("needs a name, and a primary_ext that is Person or Org", "attributes")
    yield _entity(kind, number, called, 2, _text(told, "website"), _text(told, "blurb"))


def _ends(row: Row, told: dict[str, Any]) -> list[tuple[str, Label | None, str]]:
    """Both ends: number, kind and name, as far as the record's links say them."""
    links = row.node("links")
    texts = [text for text in links.values() if isinstance(text, str)] if isinstance(links, dict) else []
    said = [hit.groups() for text in texts if (hit := _LINK.search(text))]
    linked = {number: (_KIND[kind], (slug or "").replace("_", " ")) for kind, number, slug in said}
    found: list[tuple[str, Label | None, str]] = []
    for name in ("entity1_id", "entity2_id"):
        number = entities.clean(told.get(name))
        if not number.isdigit():
            raise RowRefused(f"no {name}: a tie needs both its ends", "attributes")
        kind, called = linked.get(number, (None, ""))
        found.append((number, kind, called))
    return found


def _type(told: dict[str, Any], category: str, kinds: tuple[Label | None, Label | None]) -> tuple[str, Label, Label]:
    """Fact type and the kinds of both ends; ``("", …)`` where that is not certain."""
    flags = told.get("category_attributes")
    flags = flags if isinstance(flags, dict) else {}
    board, executive = (str(flags.get(name)).casefold() in ("true", "1") for name in ("is_board", "is_executive"))
    first, second = kinds
    if category == "1" and first in (None, _P) and (second is _O or (second is None and (board or executive))):
        return "BOARD_OF" if board else "LEADS" if executive else "STAFF_OF", _P, _O
    if category == "3" and kinds == (_P, _O):
        return "MEMBER_OF", _P, _O
    if (category == "3" and kinds == (_O, _O)) or (category == "11" and _P not in kinds):
        return "AFFILIATED_WITH", _O, _O
    if (category == "4" and _O not in kinds) or (category in _KNOWS and kinds == (_P, _P)):
        return "KNOWS", _P, _P
    return "", _P, _O


def _read_relationship(row: Row, _context: Context) -> Iterator[Draft]:
    told = _attributes(row)
    record = ("relationship", row.take("id"))
    category = entities.clean(told.get("category_id"))
    one, two = _ends(row, told)
    row.maybe("type")
    yield Record(NAMESPACE, record)
    type_, first, second = _type(told, category, (one[1], two[1]))
    if not type_:
        what = _OTHERS.get(category, "a tie whose ends are of no certain kind")
        row.flag(f"{what}: no tie was made. Where it is one, write it in `lpgraph template ties`", "attributes")
        return
    if one[0] == two[0]:
        raise RowRefused("both ends are the same", "attributes")
    start, end = (entities.date(row, _text(told, name), name) for name in ("start_date", "end_date"))
    role = _text(told, "description1") or _text(told, "description2")
    own: Props = (
        {"basis": _KNOWS[category], "assertion": "reported"} if type_ == "KNOWS" else entities.filled(role=role)
    )
    a, b = _entity(first, one[0], one[2], 0), _entity(second, two[0], two[2], 0)
    yield a
    yield b
    yield Fact(type_, a, b, {**entities.filled(startDate=start, endDate=end), **own}, record)


ENTITIES = Source(
    name="littlesis-entities",
    publisher="LittleSis",
    gives="people and organizations",
    header=("type", "id", "attributes"),
    read=_read_entity,
    looks=lambda row: row.maybe("type") == "entities",
    media=("json",),
    ignore=frozenset({"type", "links", "self", "parent"}),
)
RELATIONSHIPS = Source(
    name="littlesis-ties",
    publisher="LittleSis",
    gives="who stands to whom: boards, staff, memberships, families; both ends by number",
    header=("type", "id", "attributes"),
    read=_read_relationship,
    looks=lambda row: row.maybe("type") == "relationships",
    media=("json",),
    ignore=frozenset({"type", "self", "parent"}),
)
