"""CiviCRM participants: who registered for an event, and who came (status Attended).

Labels vary by export: it is known by ``Event Title`` and ``Participant Status``, and needs the name. A contact's number
counts inside one CiviCRM only: number and name together say who somebody is. Fees are not read. The separator may be
``;``.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import civicrm_shared as civi
from loaders import entities
from loaders.base import Context, Draft, Fact, Record, Row, RowRefused, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = civi.NAMESPACE
_CAME = {"attended"}
_REGISTERED = {
    "registered", "no show", "pending from pay later", "pending pay later", "partially paid", "pending refund",
    "pending from incomplete transaction", "pending incomplete transaction",
}  # fmt: skip
# Who waits for a place or an approval has not been let in.
_NOT = {
    "cancelled", "canceled", "rejected", "expired", "transferred", "on waitlist", "awaiting approval",
    "pending from waitlist", "pending from approval",
}  # fmt: skip


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    title, written = row.take("Event Title"), row.take("Participant Status")
    name = entities.name(row.maybe("Display Name"), row.maybe("First Name"), row.maybe("Last Name"))
    address = row.maybe("Email") or row.maybe("Email (match to contact)")
    mail = entities.emails(row, address, "Email")
    if not name.text:
        raise RowRefused(
            "nobody is named: an e-mail address alone may be shared. Export again with First Name and Last Name",
            "Last Name",
        )
    start = entities.date(row, row.maybe("Event Start Date"), "Event Start Date")
    event = entities.thing(Label.EVENT, NAMESPACE, ("event", fold(title), start[:10]), title, startAt=start)
    number = row.maybe("Contact ID")
    ident = civi.known_by(number, civi.called(name)) if number else entities.ident(
        name.text, emails=mail, scope=f"{fold(title)}|{start[:10]}"
    )  # fmt: skip
    who = entities.person(NAMESPACE, ident, name, emails=mail)
    record = ("participant", row.maybe("Participant ID"), *event.ident, "", *ident)
    status = fold(written)
    yield event
    yield Record(NAMESPACE, record, written if status in _NOT else "")
    if status in _NOT:
        return
    if status not in _CAME | _REGISTERED:
        row.flag(f"the status {written!r} is unknown: neither registered nor attended", "Participant Status")
        return
    yield who
    yield Fact("REGISTERED_FOR", who, event, {"status": written}, record)
    if status in _CAME:
        yield Fact("ATTENDED", who, event, entities.filled(role=row.maybe("Participant Role")), record)


SOURCE = Source(
    name="civicrm-participants",
    publisher="CiviCRM",
    gives="who registered for an event, and who came",
    header=("Event Title", "Participant Status"),
    read=_read,
    ignore=frozenset({
        "Campaign ID", "Fee Amount", "Fee Currency", "Fee level", "Is Pay Later", "Participant Role",
        "Participant Source", "Register date", "Do not import", "Email (match to contact)", "Email", "Contact Type",
    }),
)  # fmt: skip
