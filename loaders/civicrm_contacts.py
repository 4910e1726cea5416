"""CiviCRM contacts: people and organizations, and where people work.

Labels vary by export: it is known by a contact's number or external identifier, with ``Contact Type`` or ``Sort Name``,
and needs a name. Households are nobody in particular and are left out; so is who is marked ``Deceased``. "Do not
email", "do not phone" and "opted out" all say: do not contact. Birth dates, gender and home streets are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities
from loaders import civicrm_shared as civi
from loaders.base import Context, Draft, Fact, Row, RowRefused, Source
from lpgraph.model import Label

_NUMBER = ("Contact ID", "Internal Contact ID", "Contact Id", "External Identifier")
_YES = frozenset(("yes", "true", "1", "y"))
_GONE = ("Deceased", "Is Deceased", "Deceased / Closed", "Contact is in Trash", "Is Deleted")
_DO_NOT = ("Do Not Email", "Do Not Phone", "Do Not Mail", "Do Not Sms", "Is Opt Out", "No Bulk Emails (User Opt Out)")


def _is_contacts(columns: frozenset[str]) -> bool:
    """Whether a header is that of contacts: a number, a kind or a sort name, and nothing of events or relationships."""
    number = {"contact id", "internal contact id", "external identifier"} & columns
    kind = {"contact type", "sort name", "contact subtype"} & columns
    named = {"display name", "sort name", "last name", "organization name"} & columns
    other = any(word in column for column in columns for word in ("event title", "participant", "relationship", "fee"))
    return bool(number and kind and named) and not other


def _number(row: Row) -> str:
    return civi.first(row, *_NUMBER[:3]) or (f"x{ext}" if (ext := row.maybe(_NUMBER[3])) else "")


def _kind(row: Row) -> Label | None:
    """Person or organization; ``None`` for a household."""
    said = row.maybe("Contact Type").casefold()
    if said in ("organization", "individual"):
        return Label.ORGANIZATION if said == "organization" else Label.PERSON
    if said == "household":
        return None
    has_name = row.maybe("First Name") or row.maybe("Last Name")
    return Label.ORGANIZATION if row.maybe("Organization Name") and not has_name else Label.PERSON


def _untouchable(row: Row) -> bool | None:
    return True if any([row.maybe(column).casefold() in _YES for column in _DO_NOT]) else None  # noqa: C419  all asked


def _place(row: Row) -> tuple[str, str]:
    return civi.first(row, "City", "Primary City"), civi.first(row, "State", "State/Province", "State Province")


def _read_organization(row: Row) -> Iterator[Draft]:
    called = civi.first(row, "Organization Name", "Display Name", "Legal Name")
    if not called:
        raise RowRefused("an organization without a name", "Organization Name")
    city, state = _place(row)
    number = _number(row)
    body = civi.organization(number, called)
    body.rank = 1
    body.props |= entities.filled(
        city=city, state=state, website=civi.first(row, "Website", "Website URL"), doNotContact=_untouchable(row)
    )
    yield body
    if home := areas.area(city, state):
        yield Fact("ACTIVE_IN", body, home, record=("contact", *body.ident))
        yield from areas.within(home)


def _read_person(row: Row) -> Iterator[Draft]:
    name = entities.name(
        "", row.maybe("First Name"), row.maybe("Last Name"), row.maybe("Middle Name"), row.maybe("Individual Suffix")
    ) if row.maybe("Last Name") else entities.name(
        row.maybe("Display Name") or civi.straight(row.maybe("Sort Name")), row.maybe("First Name")
    )  # fmt: skip
    if not name.text or "@" in name.text:
        raise RowRefused("nobody is named: an e-mail address alone may be shared. Export with First and Last Name")
    mail = entities.emails(row, civi.first(row, "Email", "Primary Email", "Home-Email", "Work-Email"), "Email")
    phone = entities.phones(row, civi.first(row, "Phone", "Primary Phone", "Home-Phone-Phone"), "Phone")
    employer, title = civi.first(row, "Current Employer", "Employer"), row.maybe("Job Title")
    city, state = _place(row)
    who = entities.person(
        civi.NAMESPACE, civi.known_by(_number(row), civi.called(name)), name, emails=mail, phones=phone, title=title,
        organization=employer, city=city, state=state, doNotContact=_untouchable(row),
    )  # fmt: skip
    record = ("contact", *who.ident)
    yield who
    if employer:
        number = civi.first(row, "Current Employer ID", "Employer ID")
        yield Fact("STAFF_OF", who, civi.organization(number, employer), entities.filled(role=title), record)
    if home := areas.area(city, state):
        yield Fact("LOCATED_IN", who, home, record=record)
        yield from areas.within(home)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    if not _number(row):
        raise RowRefused("no Contact ID and no External Identifier: export again with one", "Contact ID")
    if civi.first(row, *_GONE).casefold() in _YES:
        row.flag("deceased or in the trash: nobody is known by this row")
        return
    kind = _kind(row)
    if kind is None:
        row.flag("a household is nobody in particular; it was left out", "Contact Type")
        return
    yield from _read_organization(row) if kind is Label.ORGANIZATION else _read_person(row)


SOURCE = Source(
    name="civicrm-contacts",
    publisher="CiviCRM",
    gives="people and organizations, where they work",
    header=("Contact Type",),
    read=_read,
    refuse_unless=_is_contacts,
    ignore=frozenset({
        "Contact Subtype", "External Identifier", "Legal Identifier", "Nickname", "Legal Name", "Image Url", "Gender",
        "Birth Date", "Deceased Date", "Deceased", "Household Name", "Individual Prefix", "Individual Suffix",
        "Street Address", "Supplemental Address 1", "Postal Code", "Country", "County", "Preferred Language",
        "Communication Style", "Email Greeting", "Postal Greeting", "Addressee", "Do Not Trade", "Contact Source",
        "Display Name", "Sort Name", "Email", "Phone", "Job Title", "Current Employer", "Household ID", "City", "State",
        "First Name", "Last Name", "Middle Name", "Organization Name", "Contact Type", *_DO_NOT, *_GONE,
    }),
)  # fmt: skip
