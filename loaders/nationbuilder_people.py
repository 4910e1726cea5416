"""NationBuilder people: who they are, where they work, who looks after them.

A signup's number counts inside one nation: load one nation's exports, or write ``Nation: slug`` in a line above the
header of each. Sex, religion, ethnicity, support levels, gifts and home streets are not read; tags neither, for they
say what somebody did as often as what they care about. An organization (``signup_type`` 1) is kept as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities
from loaders import nationbuilder_shared as nb
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from loaders.relations import kind
from lpgraph.ids import fold
from lpgraph.model import Label

_NO_EMPLOYER = frozenset((
    "none", "n a", "na", "self", "self employed", "retired", "not employed", "unemployed", "student", "homemaker",
    "disabled", "information requested", "requested",
))  # fmt: skip


def _ident(row: Row, context: Context) -> tuple[str, ...]:
    return nb.signup(context, row.take("nationbuilder_id"))


def _organization(row: Row, context: Context) -> Mention:
    called = row.maybe("full_name") or row.maybe("name") or row.maybe("last_name") or row.maybe("employer")
    if not called:
        raise RowRefused("an organization without a name", "full_name")
    return entities.organization(
        nb.NAMESPACE, _ident(row, context), called, website=row.maybe("website"),
        city=_place(row, "city"), state=_place(row, "state"), doNotContact=nb.yes(row, "do_not_contact") or None,
    )  # fmt: skip


def _place(row: Row, part: str) -> str:
    """A city or state: NationBuilder has a column for each kind of address."""
    columns = (f"primary_{part}", f"address_{part}", f"registered_{part}", part)
    return next((text for column in columns if (text := row.maybe(column))), "")


def _person(row: Row, context: Context) -> Mention:
    name = entities.name(
        row.maybe("full_name") or row.maybe("name"), row.maybe("first_name"), row.maybe("last_name"),
        row.maybe("middle_name"), row.maybe("suffix"),
    )  # fmt: skip
    if not name.text:
        raise RowRefused("nobody is named: an e-mail address alone may be shared. Export with first_name, last_name")
    mail, phone = nb.contacts(row)
    return entities.person(
        nb.NAMESPACE, _ident(row, context), name, emails=mail, phones=phone, title=row.maybe("occupation"),
        organization=_employer(row), city=_place(row, "city"), state=_place(row, "state"),
        website=row.maybe("website"), pointPerson=row.maybe("point_person_name_or_email"),
        doNotContact=nb.yes(row, "do_not_contact") or None,
    )  # fmt: skip


def _employer(row: Row) -> str:
    text = entities.clean(row.maybe("employer"))
    return "" if fold(text) in _NO_EMPLOYER else text


def _read(row: Row, context: Context) -> Iterator[Draft]:
    if kind(row.maybe("signup_type")) is Label.ORGANIZATION:
        yield _organization(row, context)
        return
    if nb.yes(row, "is_deceased"):
        row.flag("deceased: nobody is known by this row", "is_deceased")
        yield Record(nb.NAMESPACE, ("person", *_ident(row, context)))
        return
    who = _person(row, context)
    record = ("person", *who.ident)
    yield who
    if employer := _employer(row):
        body = entities.organization(nb.NAMESPACE, ("employer", fold(employer)), employer, rank=0)
        yield Fact("STAFF_OF", who, body, entities.filled(role=row.maybe("occupation")), record)
    home = areas.area(_place(row, "city"), _place(row, "state"))
    if home:
        yield Fact("LOCATED_IN", who, home, record=record)
        yield from areas.within(home)


SOURCE = Source(
    name="nationbuilder-people",
    publisher="NationBuilder",
    gives="people and organizations, where they work",
    header=("nationbuilder_id", "first_name", "last_name"),
    read=_read,
    ignore=frozenset({
        "external_id", "civicrm_id", "van_id", "tag_list", "federal_donotcall", "do_not_call", "is_possible_duplicate",
        "sex", "party", "religion", "church", "ethnicity", "marital_status", "born_at", "prefix",
        "legal_name", "support_level", "inferred_support_level", "note", "created_at", "updated_at", "is_volunteer",
        "is_fundraiser", "email_opt_in", "mobile_opt_in", "language", "household_size", "recruiter_name_or_email",
        "primary_address1", "primary_address2", "primary_zip", "primary_country_code", "signup_type", "first_name",
        "last_name", "middle_name", "suffix", "employer", "occupation", "point_person_name_or_email", "email",
        "mobile_number", "phone_number", "work_phone_number",
    }),
)  # fmt: skip
