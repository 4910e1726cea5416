"""OSDI events, attendances and taggings (Action Network's and others' JSON).

An attendance that was accepted is a registration; only ``attended: true`` came; without it nobody knows. Who and which
event are ids there: load the people and the events as well. A tagging counts as an interest only where it holds its
tag's text; a bare link to a tag says nothing that can be kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from loaders import entities, osdi_shared
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from loaders.osdi_shared import bare, own, parts, text
from loaders.templates import refs
from lpgraph.ids import fold
from lpgraph.model import Label

_REGISTERED = {"accepted", "confirmed", "tentative", "registered", "attended"}
_NOT = {"declined", "cancelled", "canceled", "needs action", "invited"}


def _event(row: Row, record: Mapping[str, Any], system: str) -> Mention:
    """An event with what the record tells of it."""
    title = text(record.get("title")) or text(record.get("name"))
    if not title:
        raise RowRefused("an event without a title", "title")
    start, end = (entities.date(row, text(record.get(f"{k}_date")), f"{k}_date") for k in ("start", "end"))
    known, number = own(record)
    ident = ("event", number) if number else ("event", fold(title), start[:10])
    return entities.thing(
        Label.EVENT, known or system, ident, title, startAt=start, endAt=end, url=text(record.get("browser_url"))
    )


def _read_event(row: Row, _context: Context) -> Iterator[Draft]:
    for column in ("identifiers", "title", "name", "start_date", "end_date", "browser_url", "_links", "location"):
        row.node(column)
    event = _event(row, row.data, osdi_shared.NAMESPACE)
    record = event.ident
    yield event
    yield Record(event.namespace, record)
    if fold(row.maybe("status")) in ("cancelled", "canceled"):
        row.flag("the event was cancelled: it is kept, with nobody and no place", "status")
        return
    _, _, here = osdi_shared.place(parts(row.node("location")))
    yield from osdi_shared.located(event, here, record)


def _ends(row: Row, system: str) -> tuple[Mention, Mention]:
    """Who attended what: embedded as a whole, or known by id."""
    inside = parts(row.node("_embedded"))
    person, event = parts(inside.get("osdi:person")), parts(inside.get("osdi:event"))
    who_id = own(person)[1] or osdi_shared.link(row.data, "osdi:person") or row.maybe("action_network:person_id")
    event_id = own(event)[1] or osdi_shared.link(row.data, "osdi:event") or row.maybe("action_network:event_id")
    if not who_id:
        raise RowRefused("the attendance names no person (no osdi:person link)", "_links")
    if not event_id:
        raise RowRefused("the attendance names no event (no osdi:event link)", "_links")
    who = bare(Label.PERSON, system, "person", who_id)
    if person:
        mail, phone = osdi_shared.emails_of(row, person), osdi_shared.phones_of(row, person)
        who = entities.person(system, who.ident, osdi_shared.name_of(person), emails=mail, phones=phone)
    return who, _event(row, event, system) if event else bare(Label.EVENT, system, "event", event_id)


def _system(row: Row) -> str:
    """Whose ids the record's links hold."""
    row.node("identifiers")
    row.node("_links")
    return own(row.data)[0] or ("action_network" if row.maybe("action_network:person_id") else osdi_shared.NAMESPACE)


def _read_attendance(row: Row, _context: Context) -> Iterator[Draft]:
    system = _system(row)
    who, event = _ends(row, system)
    status, came = row.maybe("status"), row.maybe("attended").casefold() == "true"
    came = came or fold(status) == "attended"
    number = own(row.data)[1]
    record = ("attendance", number) if number else ("attendance", *who.ident, *event.ident)
    yield who
    yield event
    yield Record(system, record, (status or "no status") if not came and (not status or fold(status) in _NOT) else "")
    if came:
        yield Fact("ATTENDED", who, event, record=record)
    if fold(status) in _REGISTERED:
        yield Fact("REGISTERED_FOR", who, event, {"status": status}, record)
    elif status and fold(status) not in _NOT and not came:
        row.flag(f"the status {status!r} is unknown: neither registered nor attended", "status")


def _read_tagging(row: Row, _context: Context) -> Iterator[Draft]:
    system = _system(row)
    tag = parts(parts(row.node("_embedded")).get("osdi:tag")) or parts(row.node("tag"))
    called = text(tag.get("name")) or text(row.node("tag_name"))
    if not called:
        raise RowRefused(
            "the tagging holds a link, not its tag's text: write the issues in "
            "`lpgraph template people`", "_links",
        )  # fmt: skip
    who_id = osdi_shared.link(row.data, "osdi:person")
    if not who_id:
        raise RowRefused("tags something other than a person: only people's tags are read", "item_type")
    who = bare(Label.PERSON, system, "person", who_id)
    yield Fact(
        "INTERESTED_IN",
        who,
        refs.ref(Label.ISSUE, called),
        record=("tagging", own(row.data)[1] or who_id, fold(called)),
    )


_DATES = {"origin_system", "created_date", "modified_date"}
_OSDI = {"identifiers", "links", "origin system"}
EVENTS = Source(
    name="osdi-events",
    publisher="OSDI (Action Network)",
    gives="events: title, time and place",
    header=("start_date",),
    read=_read_event,
    media=("json",),
    ignore=frozenset({
        *_DATES, "description", "summary", "instructions", "administrative_url", "type", "featured_image_url",
        "total_accepted", "all_day", "guests_can_invite_others", "transparence", "visibility", "reminders",
        "share_url", "total_shares", "share_options", "ticket_levels", "capacity", "_embedded", "name", "title",
        "action_network:sponsor", "action_network:event_campaign_id", "action_network:hidden", "all_day_date",
        "total_tickets", "total_amount", "currency",
    }),
    refuse_unless=lambda header: bool(_OSDI & header) and bool({"title", "name"} & header),
)  # fmt: skip
ATTENDANCES = Source(
    name="osdi-attendances",
    publisher="OSDI (Action Network)",
    gives="who registered for an event, and who came",
    header=("status", "_links"),
    read=_read_attendance,
    media=("json",),
    ignore=frozenset({
        *_DATES, "action_date", "comment", "referrer_data", "invited_by", "tickets", "action_network:referrer_data",
        "_embedded", "action_network:person_id", "action_network:event_id",
    }),
    refuse_unless=lambda header: not {"start date", "item type", "email addresses"} & header,
    looks=lambda row: "osdi:event" in parts(row.node("_links")) and "osdi:person" in parts(row.node("_links")),
)  # fmt: skip
TAGGINGS = Source(
    name="osdi-taggings",
    publisher="OSDI (Action Network)",
    gives="what people are interested in, where a tagging holds its tag's text",
    header=("item_type", "_links"),
    read=_read_tagging,
    media=("json",),
    ignore=frozenset({*_DATES, "item_type", "_embedded"}),
)
