"""Mobilize attendances (the API's JSON): who signed up for which timeslot, and who came.

``attended`` is true, false, or null: nobody knows; only true came. Each timeslot is a gathering of its own (people of
two timeslots did not meet), part of its event when that has several. Times are unix seconds, read as the clock of the
event's time zone showed them. Cancelled sign-ups say nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from loaders import dates, entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from loaders.osdi_shared import emails_of, located, name_of, parts, phones_of, place, text
from lpgraph.model import Label

NAMESPACE = "mobilize"
_REGISTERED = {"registered", "confirmed"}


def _person(row: Row) -> Mention | None:
    """Who signed up: by Mobilize's user id, else its older person id, else e-mail and name."""
    told = parts(row.node("person"))
    name = name_of(told)
    if not name.text:
        row.flag("the person has no name: nobody is known by this row", "person")
        return None
    mail, phone = emails_of(row, told), phones_of(row, told)
    user, number = text(told.get("user_id")), text(told.get("id")) or text(told.get("person_id"))
    ident: tuple[str, ...] = ("user", user) if user else ("person", number)
    if not user and not number:
        ident = entities.ident(name.text, emails=mail, phones=phone, scope=text(row.node("id")))
    blocked = True if told.get("blocked_date") else None
    return entities.person(NAMESPACE, ident, name, emails=mail, phones=phone, doNotContact=blocked)


def _event(row: Row, event: Mapping[str, Any], slot: Mapping[str, Any]) -> Iterator[Draft]:
    """The timeslot as an event (first), what it is part of, where it is and who hosts it."""
    title = text(event.get("title"))
    if not title:
        raise RowRefused("the attendance names no event", "event")
    number, slot_id = text(event.get("id")), text(slot.get("id"))
    if not number and not slot_id:
        raise RowRefused("the attendance's event has no id", "event")
    zone = text(event.get("timezone"))
    start, end = (
        dates.local(entities.date(row, text(slot.get(f"{k}_date")), f"{k}_date"), zone) for k in ("start", "end")
    )
    kind, url = text(event.get("event_type")).lower().replace("_", " "), text(event.get("browser_url"))
    ident = ("timeslot", slot_id) if slot_id else ("event", number)
    online = "online" if event.get("is_virtual") is True else ""
    mention = entities.thing(
        Label.EVENT, NAMESPACE, ident, title, startAt=start, endAt=end, format=online, type=kind, url=url
    )
    yield mention
    listed = event.get("timeslots")
    if slot_id and number and isinstance(listed, list) and len(listed) > 1:
        yield Fact("PART_OF", mention, entities.thing(Label.EVENT, NAMESPACE, ("event", number), title), record=ident)
    if not online:
        yield from located(mention, place(parts(event.get("location")))[2], ident)
    host = parts(event.get("sponsor"))
    if text(host.get("id")) and text(host.get("name")):
        body = entities.organization(NAMESPACE, ("organization", text(host.get("id"))), text(host.get("name")))
        yield Fact("HOSTED", body, mention, record=ident)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    drafts = list(_event(row, parts(row.node("event")), parts(row.node("timeslot"))))
    event = next(d for d in drafts if isinstance(d, Mention))
    who = _person(row)
    status, came = row.maybe("status"), row.maybe("attended").casefold() == "true"
    number = row.maybe("id")
    record = ("attendance", number) if number else ("attendance", *event.ident, "", *(who.ident if who else ()))
    yield from drafts
    gone = not came and status.casefold() in ("cancelled", "canceled", "")
    yield Record(NAMESPACE, record, (status or "no status") if gone else "")
    if who is None:
        return
    yield who
    if status.casefold() in _REGISTERED:
        yield Fact("REGISTERED_FOR", who, event, {"status": status.lower()}, record)
    elif not gone and not came:
        row.flag(f"the status {status!r} is unknown: neither registered nor attended", "status")
    if came:
        yield Fact("ATTENDED", who, event, record=record)


SOURCE = Source(
    name="mobilize-attendances",
    publisher="Mobilize",
    gives="who signed up for an event's timeslot, and who came",
    header=("person", "event", "status"),
    read=_read,
    media=("json",),
    ignore=frozenset({
        "created_date", "modified_date", "sponsor", "referrer", "rating", "feedback", "custom_signup_field_values",
        "timeslot", "attended",
    }),
    refuse_unless=lambda header: "timeslot" in header,
    looks=lambda row: isinstance(row.node("person"), dict) and isinstance(row.node("event"), dict),
)  # fmt: skip
