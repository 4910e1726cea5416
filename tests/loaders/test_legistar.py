"""What Legistar's exports hold besides people: empty seats, offices, a city's name, presence from afar."""

from __future__ import annotations

import pytest

from loaders.base import Record
from lpgraph.model import Label
from tests.loaders.drafts import Read
from tests.loaders.test_sources_officials import UUID, nyc_event, said


def office_record(**more: object) -> Read:
    """One office record of a council."""
    base: dict[str, object] = {
        "OfficeRecordId": "1", "OfficeRecordPersonId": "9", "OfficeRecordBodyId": "3", "OfficeRecordTitle": "Member",
        "OfficeRecordBodyName": "City Council", "OfficeRecordStartDate": "2025-01-02T00:00:00",
    }  # fmt: skip
    return said("legistar-office-records", {**base, **more}, file="seattle-officerecords.json")


@pytest.mark.parametrize("name", ["Vacant", "VACANT SEAT", "(Vacant)", "Vacancy, District 3", "TBD", "To be appointed"])
def test_legistar_vacant_seat_is_a_post_of_nobody(name: str) -> None:
    """An empty seat is a post that nobody holds; a record of it ends whoever held it by the same record."""
    out = office_record(OfficeRecordFullName=name)
    assert out.of("HOLDS") == [] and len(out.of("IN_BODY")) == 1
    assert not [m for m in out.mentions if m.label is Label.PERSON]
    assert [d.record for d in out.rows[0] if isinstance(d, Record)] == [("office", "1")]


@pytest.mark.parametrize(
    ("name", "person"),
    [("Office of the Mayor", False), ("Planning Department", False), ("Ana Vacanti", True), ("Ana Officer", True)],
)
def test_legistar_an_office_is_nobody(name: str, person: bool) -> None:
    """A department that stands among the people is flagged, and nobody is known by it."""
    out = office_record(OfficeRecordFullName=name)
    people = said("legistar-people", {"PersonId": "9", "PersonFullName": name}, file="seattle-persons.json")
    assert bool(out.of("HOLDS")) is bool(people.mentions) is person
    assert bool(people.flags) is not person


def test_legistar_an_end_before_the_start_is_flagged() -> None:
    """Dates that cannot both be right are kept as they are, and said."""
    out = office_record(OfficeRecordFullName="Ana Example", OfficeRecordEndDate="2024-01-01")
    assert "before its start" in out.flags[0][1]


def test_legistar_days_as_excel_writes_them() -> None:
    """A client's file that went through Excel keeps its terms."""
    out = office_record(OfficeRecordFullName="Ana Example", OfficeRecordStartDate="1/2/2023 12:00:00 AM")
    assert out.of("HOLDS")[0].props["startDate"] == "2023-01-02"


@pytest.mark.parametrize(
    ("file", "city", "flagged"),
    [
        ("set1/seattle-officerecords.json", "Seattle City Council", False),
        ("seattle-officerecords.json", "Seattle City Council", False),
        ("seattle/persons.json", "Seattle City Council", False),
        ("set1/officerecords.json", "City Council", True),
        ("officerecords.json", "City Council", True),
    ],
)
def test_legistar_the_file_says_whose_it_is(file: str, city: str, flagged: bool) -> None:
    """A file means one city, alone or in whatever folder; a folder that nobody knows is said."""
    record: dict[str, object] = {
        "OfficeRecordId": "1", "OfficeRecordPersonId": "9", "OfficeRecordBodyId": "3",
        "OfficeRecordBodyName": "City Council", "OfficeRecordFullName": "Ana Example",
    }  # fmt: skip
    out = said("legistar-office-records", record, file=file)
    assert city in {m.props["name"] for m in out.mentions}
    assert bool(out.flags) is flagged


@pytest.mark.parametrize("value", ["Present", "Late", "Remote", "Present (Remote)", "Virtual", "Via Teams", "By Phone"])
def test_legistar_from_afar_is_there(value: str) -> None:
    """Who took part from afar attended."""
    assert len(nyc_event((7, "Ana Example", value)).of("ATTENDED")) == 1


def test_openstates_a_territory_is_no_city() -> None:
    """Puerto Rico's government is the territory's, and its members are of it."""
    role = {"type": "governor", "jurisdiction": "ocd-jurisdiction/country:us/territory:pr/government"}
    out = said("openstates-yaml", {"id": UUID, "name": "Ana Example", "roles": [role]})
    assert out.of("IN_BODY")[0].b.props["name"] == "Puerto Rico territory government"
