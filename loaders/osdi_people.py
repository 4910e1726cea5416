"""OSDI people (Action Network's and others' JSON): names, contacts, employer, city and state.

The system's own identifier (``action_network:…``) says who somebody is; without one e-mail and name do. Ids of other
systems that a record mentions are left alone: nobody says whose they are. Gender, birth date, ethnicity, party and
street addresses are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities, osdi_shared
from loaders.base import Context, Draft, Row, RowRefused, Source


def _pronouns(row: Row) -> str:
    """ "they/them" of the pronouns a person gave."""
    told = osdi_shared.parts(row.node("gender_pronouns"))
    return "/".join(filter(None, (osdi_shared.text(told.get(k)).lower() for k in ("subject", "object"))))


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    if row.refusal is not None:
        raise row.refusal
    for column in ("identifiers", "given_name", "family_name", "additional_name", "honorific_suffix",
                   "email_addresses", "phone_numbers", "_links"):  # fmt: skip
        row.node(column)
    name = osdi_shared.name_of(row.data)
    if not name.text:
        raise RowRefused("no given_name and no family_name: an e-mail address alone says nobody", "family_name")
    system, number = osdi_shared.own(row.data)
    mail, phone = osdi_shared.emails_of(row, row.data), osdi_shared.phones_of(row, row.data)
    homes = osdi_shared.several(row.node("postal_addresses"))
    city, state, here = osdi_shared.place(homes[0]) if homes else ("", "", None)
    ident = ("person", number) if number else entities.ident(
        name.text, emails=mail, phones=phone, place=f"{city}, {state}".strip(", ")
    )  # fmt: skip
    who = entities.person(
        system or osdi_shared.NAMESPACE, ident, name, emails=mail, phones=phone, title=row.maybe("occupation"),
        organization=row.maybe("employer"), city=city, state=state, pronouns=_pronouns(row),
    )  # fmt: skip
    yield who
    yield from osdi_shared.located(who, here, ident)


SOURCE = Source(
    name="osdi-people",
    publisher="OSDI (Action Network)",
    gives="people: names, contacts, employer, city and state",
    header=("email_addresses",),
    read=_read,
    media=("json",),
    ignore=frozenset({
        "origin_system", "created_date", "modified_date", "honorific_prefix", "gender", "gender_identity",
        "party_identification", "parties", "source", "browser_url", "administrative_url", "birthdate", "ethnicities",
        "languages_spoken", "employer_address", "profiles", "custom_fields", "media_url", "preferred_language",
        "email_addresses",
    }),
    refuse_unless=lambda header: not {"person", "event"} & header and bool({"given name", "family name"} & header),
)  # fmt: skip
