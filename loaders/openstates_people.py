"""What the OpenStates formats share, and councils' own files with them: a person, the office, its body, the area it
stands for, and where a measure stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from loaders import areas, entities
from loaders.base import Draft, Fact, Mention, Record, Row
from lpgraph.model import Label, Props

NAMESPACE = "openstates"
_CHAMBERS = {"lower": "state representative", "upper": "state senator", "legislature": "state legislator"}


def cell(value: object) -> str:
    """Tidy text of a YAML or CSV value; YAML's written-out nothing is nothing."""
    text = entities.clean(value)
    return "" if text in ("null", "~") else text


@lru_cache(maxsize=65_536)
def body(jurisdiction: str) -> tuple[Mention, Mention]:
    """The body that governs ``ocd-jurisdiction/…/government``, and the area it governs."""
    area = areas.division(jurisdiction.replace("ocd-jurisdiction/", "ocd-division/").removesuffix("/government"))
    own = area.ident[0].replace("ocd-division/", "") + "/government"
    kind = area.ident[0].rsplit("/", 1)[-1].split(":")[0]
    level = kind if kind in ("state", "territory", "county") else "municipal"
    if " County" not in str(area.props["name"]) and level == "county":
        level = "municipal"  # a consolidated city and county calls itself a city
    mention = entities.organization(
        NAMESPACE,
        (f"ocd-jurisdiction/{own}",),
        f"{area.props['name']} {level} government",
        ids=(f"ocd-jurisdiction:{own}",),
        rank=3,
        classification="government body",
        state=area.props.get("state", ""),
        city=str(area.props["name"]).split(",")[0] if level == "municipal" else "",
    )
    return mention, area


@lru_cache(maxsize=65_536)
def post(jurisdiction: str, role: str, district: str) -> tuple[Mention, tuple[Fact, ...]]:
    """The office of a role and district in a jurisdiction, and the facts that place it."""
    government, area = body(jurisdiction)
    called = _CHAMBERS.get(role, role)
    key = ("post", government.ident[0], role, district.lower())
    seat = f"district {district}" if district.isdigit() else district
    name = ", ".join(part for part in (f"{called[:1].upper()}{called[1:]}", seat, str(area.props["name"])) if part)
    mention = entities.thing(Label.POST, NAMESPACE, key, name, rank=3, role=called, seat=district)
    stands_for = areas.seat(area, district, chamber=role)
    facts = (
        Fact("IN_BODY", mention, government, record=key),
        Fact("REPRESENTS", mention, stands_for, record=key),
        Fact("GOVERNS", government, area, record=("body", government.ident[0])),
        *areas.within(stands_for),
    )
    return mention, facts


def office(who: Mention, role: Mapping[str, object], record: tuple[str, ...], row: Row) -> Iterator[Draft]:
    """The facts of one role: who holds which post, since when and until when. A role without a place is flagged."""
    kind, jurisdiction, district = (cell(role.get(k)) for k in ("type", "jurisdiction", "district"))
    if not kind or not jurisdiction.startswith("ocd-jurisdiction/"):
        row.flag("a role without a type or an ocd-jurisdiction was left out", "roles")
        return
    seat, facts = post(jurisdiction, kind, district)
    props: Props = entities.filled(
        role=_CHAMBERS.get(kind, kind),
        startDate=entities.date(row, cell(role.get("start_date")), "start_date"),
        endDate=entities.date(row, cell(role.get("end_date")), "end_date"),
    )
    yield Fact("HOLDS", who, seat, props, record)
    yield from facts


def placed(
    measure: Mention, government: Mention, place: Mention | None, namespace: str, record: tuple[str, ...]
) -> Iterator[Draft]:
    """A measure, the version of the record that it is, and where it stands: its body, and the area it is for."""
    yield measure
    yield Record(namespace, record)
    yield Fact("IN_BODY", measure, government, record=record)
    if place is not None:
        yield Fact("IN_AREA", measure, place, record=record)
        yield from areas.within(place)


def person(row: Row, ocd_id: str, name: entities.Name, email: str, phones: tuple[str, ...], website: str) -> Mention:
    """The person of an OpenStates id."""
    return entities.person(
        NAMESPACE,
        (ocd_id,),
        name,
        ids=(entities.prefixed(ocd_id),),
        emails=entities.emails(row, email, "email"),
        phones=phones,
        rank=3,
        website=website,
    )
