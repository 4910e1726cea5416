"""Members of Congress (unitedstates/congress-legislators, YAML or JSON): each with all terms served.

The Bioguide id says who somebody is, in every file that has it. A term is a post held from its start to its end; the
telephone and page are those of the newest term. A seat with district 0 is that of a whole state. Birthdays, gender,
family, religion and party are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused, Source
from lpgraph.model import Label

NAMESPACE = "congress"
_CHAMBERS = {
    "rep": ("house", "United States House of Representatives", "U.S. representative"),
    "sen": ("senate", "United States Senate", "U.S. senator"),
}


def _part(row: Row, column: str) -> dict[str, Any]:
    value = row.node(column)
    return value if isinstance(value, dict) else {}


def _terms(row: Row) -> list[dict[str, Any]]:
    value = row.node("terms")
    return [term for term in value if isinstance(term, dict)] if isinstance(value, list) else []


def _post(term: dict[str, Any], state: str) -> tuple[Mention, Mention, Mention]:
    """The post of a term, its chamber, and the area it stands for."""
    key, called, role = _CHAMBERS[str(term["type"])]
    body = entities.organization(NAMESPACE, (key,), called, rank=3, classification="government body")
    number = entities.clean(term.get("district"))
    at_large = number in ("", "0", "-1")
    home = areas.state_id(state)
    area = areas.division(home if at_large else f"{home}/cd:{number}")
    seat = (f"class {entities.clean(term.get('class'))}" if key == "senate" else "at-large") if at_large else number
    name = f"{role}, {area.props['name']}" + (f", {seat}" if key == "senate" else "")
    post = entities.thing(
        Label.POST, NAMESPACE, ("post", key, area.ident[0], seat), name[:1].upper() + name[1:], rank=3, role=role,
        seat=seat,
    )  # fmt: skip
    return post, body, area


def _office(row: Row, who: Mention, term: dict[str, Any], record: tuple[str, ...]) -> Iterator[Draft]:
    state = areas.state_code(entities.clean(term.get("state")))
    if str(term.get("type")) not in _CHAMBERS or not state:
        row.flag("a term that is of neither chamber, or of no state that is known, was left out", "terms")
        return
    post, body, area = _post(term, state)
    start = entities.date(row, entities.clean(term.get("start")), "terms")
    end = entities.date(row, entities.clean(term.get("end")), "terms")
    props = entities.filled(role=post.props["role"], startDate=start, endDate=end)
    yield Fact("HOLDS", who, post, props, record)
    yield Fact("IN_BODY", post, body, record=post.ident)
    yield Fact("REPRESENTS", post, area, record=post.ident)
    yield from areas.within(area)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    number = entities.clean(_part(row, "id").get("bioguide"))
    if not number:
        raise RowRefused("no bioguide id", "id")
    parts, terms = {k: entities.clean(v) for k, v in _part(row, "name").items() if isinstance(v, str)}, _terms(row)
    name = entities.name(
        parts.get("official_full", ""), parts.get("first", ""), parts.get("last", ""), parts.get("middle", ""),
        parts.get("suffix", ""),
    )  # fmt: skip
    if not name.text:
        raise RowRefused("no name", "name")
    newest = terms[-1] if terms else {}
    who = entities.person(
        NAMESPACE, ("bioguide", number), name, ids=(f"bioguide:{number}",), rank=3,
        phones=entities.phones(row, entities.clean(newest.get("phone")), "terms"),
        website=entities.clean(newest.get("url")), state=entities.clean(newest.get("state")),
    )  # fmt: skip
    yield who
    if nickname := parts.get("nickname"):
        yield entities.person(
            NAMESPACE, who.ident, entities.name("", nickname, parts.get("last", "")), ids=who.ids, rank=0
        )
    for term in terms:
        yield from _office(row, who, term, ("legislator", number))


SOURCE = Source(
    name="congress-legislators",
    publisher="unitedstates/congress-legislators",
    gives="members of Congress with present and past terms",
    header=("id", "name", "bio", "terms"),
    read=_read,
    media=("yaml", "json"),
    ignore=frozenset({"bio", "family", "leadership_roles", "other_names"}),
)
