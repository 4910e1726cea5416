"""Council Data Project: a council's seats and persons in one JSON file (``seattle-static.json``), with their roles.

A role in the council itself is an office held in the person's seat; a role in any other body is a membership. Which
city it is, only the file's name says: the project's own names are known, any other is written ``name-st-static.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from loaders import areas, entities, openstates_people
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from lpgraph.ids import fold

NAMESPACE = "cdp"
_CITIES = {
    "alameda": ("Alameda", "CA"), "albuquerque": ("Albuquerque", "NM"), "atlanta": ("Atlanta", "GA"),
    "boston": ("Boston", "MA"), "charlotte": ("Charlotte", "NC"), "denver": ("Denver", "CO"),
    "houston": ("Houston", "TX"), "kingcounty": ("King County", "WA"), "king": ("King County", "WA"),
    "longbeach": ("Long Beach", "CA"), "louisville": ("Louisville", "KY"), "milwaukee": ("Milwaukee", "WI"),
    "missoula": ("Missoula", "MT"), "mountainview": ("Mountain View", "CA"), "oakland": ("Oakland", "CA"),
    "portland": ("Portland", "OR"), "richmond": ("Richmond", "VA"), "sanjose": ("San Jose", "CA"),
    "seattle": ("Seattle", "WA"),
}  # fmt: skip
_OFFICE = re.compile(r"(?i)council ?(?:member|man|woman|person|president|chair)?|mayor|commissioner|auditor|member")


def _place(row: Row) -> Mention:
    words = [w for w in re.split(r"[^a-z]+", PurePath(row.file).stem.casefold()) if w and w != "static"]
    if words and areas.state_code(words[-1]) and len(words) > 1 and len(words[-1]) == 2:
        found = areas.area(" ".join(words[:-1]), words[-1])
    else:
        found = areas.area(*_CITIES.get("".join(words), ("", "")))
    if found is None:
        raise RowRefused("only the file's name says which city this is: name it city-st-static.json", "persons")
    return found


def _prepare(rows: Iterator[Row]) -> Iterator[Row]:
    """A row for each person of the file, with the council's own bodies; the keys are display names."""
    for row in rows:
        persons, bodies = row.data.get("persons"), row.data.get("primary_bodies")
        if not isinstance(persons, dict) or row.refusal is not None:
            yield row
            continue
        own = frozenset(fold(str(name)) for name in bodies) if isinstance(bodies, dict) else frozenset()
        for number, (name, person) in enumerate(persons.items(), start=1):
            told = person if isinstance(person, dict) else {}
            yield Row({"name": name, **told, "_bodies": own}, row.file, number, row.line, text=str(name))


def _roles(row: Row) -> Iterator[tuple[str, Mapping[str, Any]]]:
    value = row.node("roles")
    for role in value if isinstance(value, list) else []:
        if isinstance(role, dict):
            body = role.get("body")
            yield entities.clean(body.get("name") if isinstance(body, dict) else body), role


def _dates(row: Row, role: Mapping[str, Any]) -> dict[str, str]:
    """The days of a role, given in unix seconds."""
    found = {}
    for key, column in (("startDate", "start_datetime"), ("endDate", "end_datetime")):
        text = entities.clean(role.get(column))
        day = entities.date(row, text, "roles")[:10] if text else ""
        if day:
            found[key] = day
    return found


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    place = _place(row)
    if not isinstance(row.data.get("_bodies"), frozenset):
        raise RowRefused("persons is no object of names", "persons")
    row.node("_bodies")
    council = row.data["_bodies"]
    jurisdiction = place.ident[0].replace("ocd-division/", "ocd-jurisdiction/") + "/government"
    town = str(place.props["name"]).partition(",")[0]
    called = entities.name(entities.untitled(row.take("name")))
    who = entities.person(
        NAMESPACE, ("person", place.ident[0], fold(called.text)), called, rank=3, city=town,
        emails=entities.emails(row, row.maybe("email"), "email"), state=place.props.get("state"),
        phones=entities.phones(row, row.maybe("phone"), "phone"), website=row.maybe("website"),
    )  # fmt: skip
    seat = row.node("seat")
    seat = entities.clean(seat.get("name") if isinstance(seat, dict) else seat)
    yield who
    yield Record(NAMESPACE, who.ident)
    for body, role in _roles(row):
        if not body or "briefing" in body.casefold():  # the same people in another room
            continue
        title, dates = entities.clean(role.get("title")) or "member", _dates(row, role)
        if fold(body) in council and _OFFICE.match(title):
            kind = "mayor" if seat.casefold() == "mayor" else "auditor" if seat.casefold() == "auditor" else ""
            post, facts = openstates_people.post(jurisdiction, kind or "council member", "" if kind else seat)
            yield Fact("HOLDS", who, post, {"role": kind or "council member", **dates}, who.ident)
            yield from facts
        else:
            group = entities.organization(
                NAMESPACE, ("body", place.ident[0], fold(body)), f"{town} {body}", rank=3,
                classification="government body", city=town, state=place.props.get("state"),
            )  # fmt: skip
            yield Fact("MEMBER_OF", who, group, {"role": title, **dates}, who.ident)


SOURCE = Source(
    name="cdp-static",
    publisher="Council Data Project",
    gives="a council's members, their seats, offices and committees with dates",
    header=("seats", "persons", "primary_bodies"),
    read=_read,
    media=("json",),
    ignore=frozenset({"is_active", "router_string", "picture_uri"}),
    prepare=_prepare,
)
