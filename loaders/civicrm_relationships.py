"""CiviCRM relationships: who stands to whom, since when and until when.

Labels vary by export; it is known by ``Relationship Type`` and the names of contact A and contact B. The type is read
as it stands from A to B. One that is no longer active and has no end is not kept. Of a family only that they know each
other is kept. A number without a name tells nobody apart: export with both.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import civicrm_shared as civi
from loaders import entities
from loaders.base import Context, Draft, Mention, Record, Row, RowRefused, Source, fold_column
from loaders.relations import kind, relation, tie, unread
from lpgraph.model import Label

_TYPE = ("Relationship Type", "Relationship Type (A to B)", "Relationship", "Relationship (A to B)")
_FORMS = {
    "name": ("Contact {}", "Display Name {}", "Contact {} Name", "Contact Name {}", "Display Name ({})", "Name {}",
             "Contact {} Display Name", "Sort Name {}", "Sort Name ({})"),
    "id": ("Contact ID {}", "Contact {} ID", "Contact ID ({})"),
    "email": ("Email {}", "Contact {} Email", "Email ({})", "Email (Contact {})"),
    "type": ("Contact Type {}", "Contact {} Type", "Contact Type ({})"),
}  # fmt: skip


def _cell(row: Row, part: str, end: str) -> str:
    return civi.first(row, *(form.format(end) for form in _FORMS[part]))


def _is_relationships(columns: frozenset[str]) -> bool:
    """Whether both ends are named, and the type is there."""
    ends = all(columns & {fold_column(form.format(end)) for form in _FORMS["name"]} for end in "AB")
    return ends and bool(columns & {fold_column(label) for label in _TYPE})


def _end(row: Row, end: str, label: Label) -> Mention:
    called, number = _cell(row, "name", end), _cell(row, "id", end)
    if not called:
        raise RowRefused(f"contact {end} has no name: a number counts inside one CiviCRM only", f"Contact {end}")
    if label is Label.ORGANIZATION:
        return civi.organization(number, called)
    return civi.person(row, number, called, entities.emails(row, _cell(row, "email", end), f"Email {end}"))


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    written = civi.first(row, *_TYPE)
    if not written:
        raise RowRefused("no Relationship Type", "Relationship Type")
    told = relation(written, kind(_cell(row, "type", "A")), kind(_cell(row, "type", "B")))
    start = entities.date(row, civi.first(row, "Start Date", "Relationship Start Date"), "Start Date")
    end = entities.date(row, civi.first(row, "End Date", "Relationship End Date"), "End Date")
    active = civi.first(row, "Active", "Is Active", "Relationship Is Active", "Relationship Status").casefold()
    a = _end(row, "A", told.a if told else Label.PERSON)
    b = _end(row, "B", told.b if told else Label.PERSON)
    number = civi.first(row, "Relationship ID")
    record = ("relationship", number) if number else ("relationship", *a.ident, "", *b.ident, written.casefold(), start)
    yield Record(civi.NAMESPACE, (*record, "", *a.ident, "", *b.ident) if number else record)
    if told is None:
        unread(row, written, "Relationship Type")
        return
    if active in ("no", "0", "false", "inactive", "n") and not end:
        row.flag("no longer active, and without a date of its end: no tie was made", "Active")
        return
    yield a
    yield b
    record = (*record, "", *a.ident, "", *b.ident) if number else record
    yield tie(told, a, b, entities.filled(startDate=start, endDate=end), record)


SOURCE = Source(
    name="civicrm-relationships",
    publisher="CiviCRM",
    gives="who stands to whom, since when and until when",
    header=("Relationship Type",),
    read=_read,
    refuse_unless=_is_relationships,
    ignore=frozenset({"Relationship Description", "Description", "Case ID", "Permission A to B", "Permission B to A"}),
)
