"""EveryAction and VAN event sign-ups, as Parsons' ``get_event_signups`` writes them: who signed up, and who came.

Attended means the status Completed or Walk In; every other status is at most a registration. A VANID counts inside one
tenant only and the table does not name its tenant: number and name together say who somebody is, number and title
which event. A status of your own is flagged, and read as neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "everyaction"
_CAME = {"completed", "walk in"}
_REGISTERED = {
    "scheduled", "sched web", "scheduled web", "confirmed", "conf twice", "confirmed twice", "tentative", "no show",
}  # fmt: skip
_NOT = {"declined", "cancelled", "canceled", "invited", "left msg", "left message", "refused", "unconfirmed"}


def _event(row: Row) -> Mention:
    """The event by its number and title; its day is the one of the sign-up's own start."""
    title = row.take("event_name")
    start = entities.day(row, row.maybe("startTimeOverride"), "startTimeOverride")
    return entities.thing(
        Label.EVENT, NAMESPACE, ("event", row.take("event_eventId"), fold(title)), title, startAt=start
    )


def _who(row: Row) -> Mention | None:
    """The person, or the organization where the contact is one."""
    van = row.take("vanId")
    name = entities.name("", row.maybe("firstName"), row.maybe("lastName"), row.maybe("middleName"))
    body = row.maybe("contactOrganizationOfficialName") or row.maybe("contactOrganizationCommonName")
    mail = entities.emails(row, row.maybe("email"), "email")
    phone = entities.phones(row, row.maybe("phone"), "phone")
    if name.text:
        key = ("van", van, fold(f"{name.given} {name.family}"))
        return entities.person(NAMESPACE, key, name, emails=mail, phones=phone, organization=body)
    if body:
        return entities.organization(NAMESPACE, ("van", van, fold(body)), body)
    row.flag("neither a name nor an organization: nobody is known by this row", "lastName")
    return None


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    event = _event(row)
    record = ("signup", row.take("eventSignupId"), *event.ident)
    written = row.take("status_name")
    status = fold(written)
    who = _who(row)
    yield event
    yield Record(NAMESPACE, record, written if status in _NOT else "")
    if status in _NOT or who is None:
        return
    if status not in _CAME | _REGISTERED:
        row.flag(f"the status {written!r} is unknown: neither registered nor attended", "status_name")
        return
    yield who
    if status != "walk in":
        yield Fact("REGISTERED_FOR", who, event, {"status": written}, record)
    if status in _CAME:
        yield Fact("ATTENDED", who, event, entities.filled(role=row.maybe("role_name")), record)


SOURCE = Source(
    name="everyaction-signups",
    publisher="EveryAction / VAN",
    gives="who signed up for an event, and who came",
    header=("eventSignupId", "vanId", "event_eventId", "event_name", "status_name"),
    read=_read,
    ignore=frozenset({
        "endTimeOverride", "printedLists", "minivanExports", "supporterGroupId", "isOfflineSignup", "contactModeId",
        "status_statusId", "event_shortName", "shift_eventShiftId", "shift_name", "role_name", "role_roleId",
        "location_displayName", "location_locationId", "location_name", "contactOrganizationCommonName",
        "contactOrganizationOfficialName", "email", "phone",
    }),
)  # fmt: skip
