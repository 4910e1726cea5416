"""NationBuilder RSVPs: who said they would come, and who came (``attendee``).

A canceled RSVP says nothing any more. Guests are only counted in the file, never named: they are not read. The event
is known by its number, and is called so until a file with its title is loaded or ``event_name`` stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities
from loaders import nationbuilder_shared as nb
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from lpgraph.ids import fold
from lpgraph.model import Label


def _event(row: Row, context: Context) -> Mention:
    number = row.take("event_id")
    title = row.maybe("event_name") or f"NationBuilder event {number}"
    column = "event_start" if row.maybe("event_start") else "event_starts_at"
    start = entities.date(row, row.maybe(column), column)
    rank = 1 if row.maybe("event_name") else 0
    ident = ("event", number, nb.nation(context))
    return entities.thing(Label.EVENT, nb.NAMESPACE, ident, title, rank=rank, startAt=start)


def _who(row: Row, context: Context, event: Mention) -> Mention:
    name = entities.name("", row.maybe("first_name"), row.maybe("last_name"))
    number = row.maybe("nationbuilder_id") or row.maybe("signup_nationbuilder_id") or row.maybe("signup_id")
    if not name.text and not number:
        raise RowRefused("nobody is named: an e-mail address alone may be shared", "last_name")
    mail, phone = nb.contacts(row)
    ident = (
        nb.signup(context, number)
        if number
        else entities.ident(name.text, emails=mail, phones=phone, scope="|".join(event.ident))
    )
    return entities.person(nb.NAMESPACE, ident, name, emails=mail, phones=phone)


def _read(row: Row, context: Context) -> Iterator[Draft]:
    event = _event(row, context)
    who = _who(row, context, event)
    record = ("rsvp", *event.ident, "", *who.ident[:1], fold("|".join(who.ident[1:])))
    canceled, came = nb.yes(row, "canceled"), nb.yes(row, "attendee")
    yield event
    yield Record(nb.NAMESPACE, record, "canceled" if canceled else "")
    if canceled:
        if came:
            row.flag("both canceled and attended: read as canceled", "attendee")
        return
    yield who
    yield Fact("REGISTERED_FOR", who, event, {"status": "attended" if came else "registered"}, record)
    if came:
        role = "volunteer" if nb.yes(row, "volunteer") else ""
        yield Fact("ATTENDED", who, event, entities.filled(role=role), record)


SOURCE = Source(
    name="nationbuilder-rsvps",
    publisher="NationBuilder",
    gives="who said they would come, and who came",
    header=("attendee", "canceled", "email", "event_id", "first_name", "last_name"),
    read=_read,
    ignore=frozenset(
        {"guests_count", "volunteer", "created_at", "updated_at", "note", "private", "rsvp_id", "shift_ids"}
    ),
)
