"""Action Network's people report (CSV): names, contacts, city and state of the people on a list.

Headings are named by whoever made the report: it is known by Action Network's own ``can2_…`` columns; a report that
also names an event, or who came, goes through the mapping. The uuid says
who somebody is and meets the same person in Action Network's JSON; without it e-mail and name do. Street and ZIP code
are left out. Tags are lists of any kind (donor, imported) and are not taken for interests; being unsubscribed is about
mass mail and is not taken for do-not-contact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Row, Source

NAMESPACE = "action_network"


def _first(row: Row, *columns: str) -> str:
    """The first of several columns that is filled."""
    return next(filter(None, [row.maybe(column) for column in columns]), "")


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    name = entities.name("", row.maybe("first_name"), row.maybe("last_name"))
    uuid = row.maybe("uuid").casefold()
    mail = entities.emails(row, row.maybe("email"), "email")
    phone = entities.phones(row, _first(row, "Phone Number", "can2_phone", "phone"), "Phone Number")
    city = _first(row, "can2_user_city", "city")
    state = _first(row, "can2_state_abbreviated", "can2_user_state", "state")
    if not name.text:
        row.flag("no name: an e-mail address alone says nobody, it may be shared", "last_name")
        return
    ident = ("person", uuid) if uuid else entities.ident(name.text, emails=mail, phones=phone, place=f"{city}, {state}")
    who = entities.person(
        NAMESPACE,
        ident,
        name,
        emails=mail,
        phones=phone,
        organization=row.maybe("Organization"),
        city=city,
        state=state,
    )
    yield who
    here = areas.area(city, state) if city else None
    if here:
        yield Fact("LOCATED_IN", who, here, record=ident)
        yield from areas.within(here)


def _is_list(header: frozenset[str]) -> bool:
    """A report of people, and of nothing that they did: one with an event or who came goes through the mapping."""
    other = any(re.search(r"\b(?:event|attend\w*|rsvp\w*)\b", c) for c in header if not c.startswith("can2"))
    return any(column.startswith("can2") for column in header) and not other


SOURCE = Source(
    name="action-network-people",
    publisher="Action Network",
    gives="the people on a list: names, contacts, city and state",
    header=("email", "first_name", "last_name"),
    read=_read,
    ignore=frozenset({
        "can2_user_address", "zip_code", "can2_user_zip", "County", "can2_county", "can2_user_tags", "language",
        "can2_subscription_status", "can2_subscription_date", "can2_sms_status", "can2_unsubscribed_at", "country",
        "Phone Number", "can2_phone", "phone", "can2_user_city", "city", "can2_state_abbreviated", "can2_user_state",
        "state",
    }),
    refuse_unless=_is_list,
)  # fmt: skip
