"""Eventbrite's attendee report: who registered, and who checked in.

"Attending" means not refunded: a registration. Only "Checked In" came. Refunded and cancelled orders say nothing any
more. One buyer and many guests share an e-mail address: address and name together say who somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from loaders.templates import refs
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "eventbrite"
_REGISTERED = {"attending", "registered"}
_CAME = {"checked in", "attended"}
_GONE = {"not attending", "refunded", "deleted", "cancelled", "canceled", "transferred", "unpaid"}


def _event(row: Row, context: Context) -> Mention:
    """The event of the row: what the user said, else the report's own columns."""
    title, number = row.maybe("Event Name"), row.maybe("Event ID")
    day = row.maybe("Event Start Date") or row.maybe("Event Date")
    if context.event:
        return refs.said(context)
    if not title:
        raise RowRefused("the report does not name its event", "Event Name", "event")
    start = entities.date(row, day, "Event Date", "mdy")
    ident = ("event", number) if number else ("event", fold(title), start[:10])
    return entities.thing(Label.EVENT, NAMESPACE, ident, title, startAt=start)


def _person(row: Row, event: Mention) -> Mention | None:
    first, last = row.maybe("First Name"), row.maybe("Last Name")
    title, company = row.maybe("Job Title"), row.maybe("Company")
    mail = entities.emails(row, row.maybe("Email"), "Email")
    phone = tuple(
        dict.fromkeys(
            p for c in ("Cell Phone", "Mobile Phone", "Work Phone") for p in entities.phones(row, row.maybe(c), c)
        )
    )
    name = entities.name(f"{first} {last}", first, last)
    if fold(name.text) in ("info requested", "guest", "guest guest", "n a", ""):
        row.flag("Eventbrite did not ask for this guest's name: nobody is known by this row", "First Name")
        return None
    scope = "|".join((event.namespace, *event.ident))
    ident = entities.ident(name.text, emails=mail, phones=phone, organization=company, scope=scope)
    return entities.person(NAMESPACE, ident, name, emails=mail, phones=phone, title=title, organization=company)


def _read(row: Row, context: Context) -> Iterator[Draft]:
    event = _event(row, context)
    status = row.take("Attendee Status").casefold()
    number = row.maybe("Attendee #")
    order = row.maybe("Order #") if number else row.take("Order #")
    record = ("attendee", number) if number else ("order", order, row.maybe("Email").casefold())
    yield event
    yield Record(NAMESPACE, record, row.maybe("Attendee Status") if status in _GONE else "")
    if status in _GONE:
        return
    if status not in _REGISTERED | _CAME:
        row.flag(
            f"the status {row.maybe('Attendee Status')!r} is unknown: neither registered nor attended",
            "Attendee Status",
        )
        return
    who = _person(row, event)
    if who is None:
        return
    yield who
    yield Fact("REGISTERED_FOR", who, event, {"status": row.maybe("Attendee Status")}, record)
    if status in _CAME:
        yield Fact("ATTENDED", who, event, record=record)


_IGNORE = frozenset({
    "Order Date", "First Name", "Last Name", "Email", "Job Title", "Company", "Cell Phone", "Mobile Phone",
    "Work Phone", "Prefix", "Suffix", "Quantity", "Price Tier", "Ticket Type", "Group", "Order Type", "Currency",
    "Total Paid", "Fees Paid", "Eventbrite Fees", "Eventbrite Payment Processing", "Tax Paid", "Ticket Price",
    "Home Address 1", "Home Address 2", "Home City", "Home State", "Home Zip", "Home Country", "Home Phone",
    "Billing Address 1", "Billing Address 2", "Billing City", "Billing State", "Billing Zip", "Billing Country",
    "Gender", "Age", "Birth Date", "Buyer First Name", "Buyer Last Name", "Buyer Email",
})  # fmt: skip
SOURCE = Source(
    name="eventbrite-attendees",
    publisher="Eventbrite",
    gives="who registered for an event, and who checked in",
    header=("Order #", "First Name", "Last Name", "Email", "Attendee Status"),
    read=_read,
    ignore=_IGNORE,
    needs_event=True,
)
WITH_EVENT = Source(
    name="eventbrite-attendees-with-event",
    publisher="Eventbrite",
    gives="who registered for several events, and who checked in",
    header=("Order #", "First Name", "Last Name", "Email", "Attendee Status", "Event Name"),
    read=_read,
    ignore=_IGNORE,
)
