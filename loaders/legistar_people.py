"""Legistar people: the web API's persons, and New York's JSON with each person's office records inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import areas, entities, legistar_shared
from loaders.base import Context, Draft, Fact, Row, Source
from loaders.legistar_office_records import Seat, seat_facts


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    of_client = legistar_shared.client(row, row.maybe("PersonWWW"))
    first, last = row.maybe("PersonFirstName"), row.maybe("PersonLastName")
    called = legistar_shared.name(row.maybe("PersonFullName") or f"{first} {last}", first, last)
    number = row.take("PersonId")
    if legistar_shared.nobody(row, called, "PersonFullName"):
        return
    yield legistar_shared.person(
        of_client,
        number,
        called,
        rank=3,
        emails=entities.emails(row, row.maybe("PersonEmail"), "PersonEmail"),
        phones=entities.phones(row, row.maybe("PersonPhone"), "PersonPhone"),
        website=row.maybe("PersonWWW"),
    )


def _read_nyc(row: Row, _context: Context) -> Iterator[Draft]:
    of_client = legistar_shared.client(row, row.maybe("WWW"), "//council.nyc.gov")
    number, mail = row.take("ID"), row.maybe("Email")
    row.maybe("Slug")
    called = legistar_shared.name(row.take("FullName"), row.maybe("FirstName"), row.maybe("LastName"))
    who = legistar_shared.person(
        of_client, number, called, rank=3, emails=entities.emails(row, mail, "Email"), website=row.maybe("WWW")
    )
    yield who
    district = re.match(r"(?i)district0*(\d+)@", mail)
    seats = [
        Seat(
            str(item.get("ID")),
            str(item.get("BodyID")),
            entities.clean(item.get("BodyName")),
            entities.clean(item.get("Title")),
            legistar_shared.dates(row, item.get("Start"), item.get("End"), "OfficeRecords"),
        )
        for item in row.node("OfficeRecords") or []
    ]
    # The district in the address is that of the last term: it says nothing about an earlier one, or a citywide office.
    terms = [seat for seat in seats if legistar_shared.is_council(seat.body_name) and seat.title == "Council Member"]
    last = max(terms, key=lambda seat: str(seat.dates.get("endDate", "9999")), default=None)
    for seat in seats:
        yield from seat_facts(of_client, who, seat, district.group(1) if district and seat is last else "")


def _read_nyc_district(row: Row, _context: Context) -> Iterator[Draft]:
    of_client = legistar_shared.client(row, "//council.nyc.gov")
    number, district = row.take("ID"), row.take("District")
    who = legistar_shared.person(of_client, number, legistar_shared.name(row.take("FullName")), rank=2)
    row.maybe("Slug")
    yield who
    city = legistar_shared.area(of_client)
    if city:
        home = areas.seat(city, district)
        yield Fact("LOCATED_IN", who, home, record=("district", number))
        yield from areas.within(home)


SOURCE = Source(
    name="legistar-people",
    publisher="Legistar",
    gives="the people of a city's Legistar, with their contacts",
    header=("PersonId", "PersonFullName"),
    read=_read,
    media=("json", "csv", "tsv", "xlsx"),
    ignore=frozenset(
        {
            "PersonGuid",
            "PersonLastModifiedUtc",
            "PersonRowVersion",
            "PersonActiveFlag",
            "PersonUsedSponsorFlag",
            "PersonAddress1",
            "PersonAddress2",
            "PersonCity1",
            "PersonCity2",
            "PersonState1",
            "PersonState2",
            "PersonZip1",
            "PersonZip2",
            "PersonFax",
            "PersonPhone2",
            "PersonEmail2",
            "PersonWWW2",
            "PersonFax2",
            "PersonCityState1",
            "PersonCityState2",
            "PersonCityStateZip1",
            "PersonCityStateZip2",
            "PersonCanViewFlag",
            "PersonCSupportFlag",
        }
    ),
)
NYC = Source(
    name="legistar-nyc-people",
    publisher="New York City Council",
    gives="members past and present, their offices and committees, with dates",
    header=("ID", "Slug", "FullName", "OfficeRecords"),
    read=_read_nyc,
    media=("json",),
    ignore=frozenset(
        {
            "GUID",
            "IsActive",
            "LastModified",
            "Start",
            "End",
            "DistrictOffice",
            "LegislativeOffice",
        }
    ),
    one_file_each=True,
)
NYC_DISTRICTS = Source(
    name="legistar-nyc-districts",
    publisher="New York City Council",
    gives="the district of each member, present or past",
    header=("ID", "Slug", "FullName", "District"),
    read=_read_nyc_district,
    media=("json",),
    ignore=frozenset({"SocialAccounts"}),
)
