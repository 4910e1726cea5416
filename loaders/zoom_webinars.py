"""Zoom's webinar reports: who registered, who came and for how long, hosts and panelists among them.

The attendee report lists hosts, panelists, attendees and others in parts of their own; all are read. A row with a
registration is a registration; “Attended: Yes” says that the person came. Who was denied, cancelled or still waits
for approval is not registered. Who leaves and comes back has several rows: the minutes add up. The registration report
says nothing of who came. Topic, number and start above the tables say which event it is, unless ``--event`` does.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from loaders.readers.sections import SECTION
from loaders.zoom_participants import NAMESPACE, event_of, minutes_of, split

_ROLES = {"host details": "host", "hosts details": "host", "panelist details": "panelist",
          "panelists details": "panelist", "interpreter details": "interpreter"}  # fmt: skip
_NAME = "User Name (Original Name)"


def _said(row: Row, *columns: str) -> str:
    """The first of these cells that says something: Zoom writes “--” for nothing."""
    return next((text for c in columns if (text := row.maybe(c)) not in ("", "--")), "")


def _person(row: Row, event: Mention) -> Mention | None:
    """Whom the row is about: the names that were typed when registering, else the name shown in the webinar."""
    first, last = _said(row, "First Name"), _said(row, "Last Name")
    shown, pronouns, device = split(_said(row, _NAME, "User Name", "Name"))
    name = entities.name(f"{first} {last}", first, last) if first and last else entities.name(shown or first or last)
    if not name.text:
        row.flag("a device or a caller without a name: nobody is known by this row", _NAME)
        return None
    if device and not (first or last):
        row.flag(f"the name was read off a device: taken for {name.text}, with little trust", _NAME)
    mail = entities.emails(row, _said(row, "Email", "User Email"), "Email")
    phone = entities.phones(row, _said(row, "Phone"), "Phone")
    company = _said(row, "Organization")
    scope = "|".join((event.namespace, *event.ident))
    return entities.person(
        NAMESPACE, entities.ident(name.text, emails=mail, phones=phone, organization=company, scope=scope), name,
        emails=mail, phones=phone, rank=0 if device and not last else 1, pronouns=pronouns, organization=company,
        title=_said(row, "Job Title"), city=_said(row, "City"), state=_said(row, "State/Province"),
    )  # fmt: skip


def _came(row: Row, section: str) -> bool:
    """Whether the row says that the person came; the part of callers and the like has no column for it."""
    attended = _said(row, "Attended").casefold()
    if attended not in ("yes", "no", ""):
        row.flag(f"“Attended” is {row.maybe('Attended')!r}, neither Yes nor No: taken as not attended", "Attended")
    return attended == "yes" or (not attended and section == "other attended")


def _read(row: Row, context: Context) -> Iterator[Draft]:
    event = event_of(row, context)
    section = row.maybe(SECTION).casefold()
    role = _ROLES.get(section, "")
    came = _came(row, section)
    approval = _said(row, "Approval Status")
    registered = bool(_said(row, "Registration Time")) if not approval else approval.casefold() == "approved"
    if approval.casefold() not in ("", "approved", "pending", "denied", "cancelled", "canceled", "pending approval"):
        row.flag(f"the approval status {approval!r} is unknown: not registered", "Approval Status")
    minutes = minutes_of(row, "Time in Session (minutes)")
    yield event
    who = _person(row, event)
    if who is None:
        return
    record = ("participant" if row.data.keys() & {"Attended"} else "registration", *event.ident, "", *who.ident)
    yield who
    yield Record(NAMESPACE, record, "" if came or (registered and not role) else approval or "not attended")
    if registered and not role:
        yield Fact("REGISTERED_FOR", who, event, entities.filled(status=approval), record)
    if came:
        yield Fact("ATTENDED", who, event, entities.filled(role=role, minutes=minutes), record)


_IGNORE = frozenset({
    "Join Time", "Leave Time", "Is Guest", "Country/Region Name", "Country/Region", "Source Name", "Address",
    "Zip/Postal Code", "Industry", "Registration Source", "Attendance Type", _NAME, "First Name", "Last Name",
    "Approval Status", "Registration Time", "Time in Session (minutes)",
})  # fmt: skip


def _is_registration(header: frozenset[str]) -> bool:
    named = "user name (original name)" in header or {"first name", "last name"} <= header
    return named and "attended" not in header


ATTENDEES = Source(
    name="zoom-webinar-attendees",
    publisher="Zoom",
    gives="who registered for a webinar, who came and for how long, hosts and panelists too",
    header=("Attended", _NAME, "Time in Session (minutes)"),
    read=_read,
    ignore=_IGNORE,
    refuse_unless=lambda header: "email" in header or "user email" in header,
    sum_props=frozenset({"minutes"}),
)
REGISTRATIONS = Source(
    name="zoom-registrations",
    publisher="Zoom",
    gives="who registered for a webinar or a meeting, and was approved",
    header=("Email", "Registration Time", "Approval Status"),
    read=_read,
    ignore=_IGNORE,
    refuse_unless=_is_registration,
)
