"""Popolo JSON: persons, organizations, posts, memberships, events and areas in one file (EveryPolitician's too).

A membership points at a post or at an organization: in a legislature, a council or a government it is an office held,
elsewhere a membership; one without dates takes those of its legislative period. Parties and who sits for which are not
read, nor are gender, birth date and pictures. Only areas with an OCD division id become places; another area is the
name of the seat. Ids that are not unique in the world count inside their file's legislature. Phone numbers need a
country code (+372 …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from loaders.osdi_shared import parts, several, text
from loaders.readers.popolo import COLLECTIONS
from lpgraph.ids import fold
from lpgraph.model import Label, Props

NAMESPACE = "popolo"
_GLOBAL = re.compile(r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ocd-\w+/.+|https?://.+")
_OFFICES = {
    "legislature", "parliament", "chamber", "upper house", "lower house", "executive", "government", "cabinet",
    "council", "city council", "municipal council", "municipality",
}  # fmt: skip
_BODIES = {*_OFFICES, "committee", "subcommittee", "commission", "ministry", "department", "court", "judiciary"}
_PERIOD = "legislative period"


@dataclass(slots=True)
class _Known:
    """What the whole file says, by collection and id."""

    scope: str = ""
    found: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)

    def get(self, collection: str, number: str) -> Mapping[str, Any]:
        """The object of an id; empty when the file has none."""
        return self.found.get((collection, number), {})

    def key(self, kind: str, number: str) -> tuple[str, ...]:
        """The ident of an id: as it is when it is unique in the world, else inside this file's scope."""
        return (kind, number) if _GLOBAL.fullmatch(number) else (kind, self.scope, number)

    def organization(self, number: str) -> Mention:
        """An organization by id, with what the file says of it."""
        told = self.get("organizations", number)
        kind = fold(text(told.get("classification")))
        return entities.organization(
            NAMESPACE, self.key("organization", number), text(told.get("name")), ids=_ids(number),
            rank=3 if told else 0, classification="government body" if kind in _BODIES else "",
        )  # fmt: skip

    def area(self, number: str) -> Mention | None:
        """The Area of an id that is, or names, an OCD division."""
        named = (text(i.get("identifier")) for i in several(self.get("areas", number).get("identifiers")))
        ocd = next((i for i in (number, *named) if i.startswith("ocd-division/")), "")
        return areas.division(ocd) if ocd else None


def _prepare(rows: Iterator[Row]) -> Iterator[Row]:
    """Each row with what the whole file knows: memberships point at objects anywhere in it."""
    kept = list(rows)
    known = _Known()
    for row in kept:
        known.found[text(row.data.get("collection")), text(row.data.get("id"))] = row.data
    bodies = [(o, i) for (c, i), o in known.found.items() if c == "organizations"]
    offices = sorted(i for o, i in bodies if fold(text(o.get("classification"))) in _OFFICES)
    known.scope = next(iter(offices or sorted(i for _, i in bodies)), "")
    for row in kept:
        row.data = {**row.data, "_known": known}
        yield row


def _ids(number: str) -> tuple[str, ...]:
    shared = entities.prefixed(number)
    return (shared,) if shared else ()


def _contacts(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """E-mail addresses and phone numbers; a number without a country code is nobody's."""
    details = several(row.node("contact_details"))
    told = [(fold(text(d.get("type"))), text(d.get("value"))) for d in details]
    mails = dict.fromkeys([row.maybe("email"), *(v for kind, v in told if kind == "email")])
    calls = [v for kind, v in told if kind in ("phone", "voice", "cell") and v.startswith("+")]
    return (
        tuple(dict.fromkeys(a for mail in mails for a in entities.emails(row, mail, "email"))),
        tuple(dict.fromkeys(n for call in calls for n in entities.phones(row, call, "contact_details"))),
    )


def _person(row: Row, known: _Known) -> Iterator[Draft]:
    number = row.take("id")
    key, ids = known.key("person", number), _ids(number)
    name = entities.name(row.take("name"), row.maybe("given_name"), row.maybe("family_name"))
    mails, calls = _contacts(row)
    yield entities.person(NAMESPACE, key, name, ids=ids, emails=mails, phones=calls, rank=3)
    seen = {fold(name.text), ""}
    for other in several(row.node("other_names")):
        spelling = text(other.get("name"))
        if fold(spelling) not in seen:
            seen.add(fold(spelling))
            yield entities.person(NAMESPACE, key, entities.name(spelling), ids=ids, rank=0)


def _organization(row: Row, known: _Known) -> Iterator[Draft]:
    number = row.take("id")
    row.take("name")
    body = known.organization(number)
    yield body
    parent = row.maybe("parent_id")
    if parent:
        yield Fact("AFFILIATED_WITH", body, known.organization(parent), record=body.ident)
    here = known.area(row.maybe("area_id"))
    if here:
        yield Fact("GOVERNS", body, here, record=body.ident)
        yield from areas.within(here)


def _seat(known: _Known, key: tuple[str, ...], told: Mapping[str, Any], role: str) -> Iterator[Draft]:
    """An office (first), the body it is in, and the division it stands for."""
    body_id, area_id = (
        text(told.get("organization_id")),
        text(told.get("area_id")) or text(parts(told.get("area")).get("id")),
    )
    body = known.organization(body_id) if body_id else None
    seat = text(known.get("areas", area_id).get("name"))
    where = text(body.props.get("name")) if body else ""
    label = text(told.get("label")) or f"{role[:1].upper()}{role[1:]}"
    called = ", ".join(dict.fromkeys(part for part in (label, seat, where) if part))
    post = entities.thing(Label.POST, NAMESPACE, key, called, rank=3, role=role, seat=seat)
    yield post
    if body:
        yield Fact("IN_BODY", post, body, record=key)
    here = known.area(area_id)
    if here:
        yield Fact("REPRESENTS", post, here, record=key)
        yield from areas.within(here)


def _post(row: Row, known: _Known) -> Iterator[Draft]:
    for column in ("label", "organization_id", "area_id", "area"):
        row.node(column)
    role = row.maybe("role") or text(row.data.get("label")) or "member"
    yield from _seat(known, known.key("post", row.take("id")), row.data, role)


def _dates(row: Row, known: _Known) -> Props:
    """When a membership held: its own dates, else those of its legislative period."""
    period = known.get("events", row.maybe("legislative_period_id"))
    start = row.maybe("start_date") or text(period.get("start_date"))
    end = row.maybe("end_date") or text(period.get("end_date"))
    return entities.filled(
        startDate=entities.date(row, start, "start_date"), endDate=entities.date(row, end, "end_date")
    )


def _membership(row: Row, known: _Known) -> Iterator[Draft]:
    person, body_id, post_id = row.take("person_id"), row.maybe("organization_id"), row.maybe("post_id")
    who = Mention(Label.PERSON, NAMESPACE, known.key("person", person), {}, _ids(person), rank=0)
    role, area_id = row.maybe("role") or "member", row.maybe("area_id")
    props = {"role": role, **_dates(row, known)}
    told = (row.maybe("id"),) if row.maybe("id") else (
        person, post_id, body_id, role, area_id, row.maybe("legislative_period_id"), row.maybe("start_date")
    )  # fmt: skip
    record = ("membership", known.scope, *told)
    kind = fold(text(known.get("organizations", body_id).get("classification")))
    if not post_id and not body_id:
        raise RowRefused("the membership points at no post_id and no organization_id", "organization_id")
    yield Record(NAMESPACE, record)
    if post_id:
        told_post = known.get("posts", post_id)
        seat = list(_seat(known, known.key("post", post_id), told_post, text(told_post.get("role")) or role))
    elif kind in _OFFICES:
        key = ("post", *known.key("organization", body_id), fold(role), area_id)
        seat = list(_seat(known, key, {"organization_id": body_id, "area_id": area_id}, role))
    elif kind == "party":
        return
    else:
        yield Fact("MEMBER_OF", who, known.organization(body_id), props, record)
        return
    post = seat[0]
    if isinstance(post, Mention):
        yield Fact("HOLDS", who, post, props, record)
        yield from seat


def _event(row: Row, known: _Known) -> Iterator[Draft]:
    kind = fold(row.maybe("classification"))
    start, end = (entities.date(row, row.maybe(f"{k}_date"), f"{k}_date") for k in ("start", "end"))
    if kind != _PERIOD:
        key = known.key("event", row.take("id"))
        yield entities.thing(
            Label.EVENT, NAMESPACE, key, row.take("name"), rank=2, type=kind, startAt=start, endAt=end
        )  # fmt: skip


def _area(row: Row, known: _Known) -> Iterator[Draft]:
    row.node("identifiers")
    here = known.area(row.take("id"))
    if here:
        yield here
        yield from areas.within(here)


_READ = {
    "persons": _person, "organizations": _organization, "posts": _post, "memberships": _membership,
    "events": _event, "areas": _area,
}  # fmt: skip


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    known = row.node("_known")
    yield from _READ[row.take("collection")](row, known if isinstance(known, _Known) else _Known())


SOURCE = Source(
    name="popolo",
    publisher="Popolo (EveryPolitician)",
    gives="officials, bodies, posts and who held them when, in one file",
    header=("collection", "id", "name"),
    read=_read,
    media=("json",),
    ignore=frozenset({
        "_known", "id", "birth_date", "death_date", "gender", "image", "images", "links", "sort_name", "summary",
        "biography", "identifiers", "honorific_prefix", "honorific_suffix", "patronymic_name", "national_identity",
        "on_behalf_of_id", "sources", "seats", "founding_date", "dissolution_date", "wikidata", "type", "geometry",
        "other_names", "classification", "name", "parent_id", "organization_id", "contact_details", "area", "slug",
        "start_date", "end_date", "legislative_period_id", "cons_id", "additional_name", "other_labels", "parent",
    }),
    looks=lambda row: row.maybe("collection") in COLLECTIONS,
    prepare=_prepare,
)  # fmt: skip
