"""The traps of OpenStates and Legistar, one by one."""

from __future__ import annotations

import pytest

from loaders import legistar_shared
from loaders.base import Record
from loaders.registry import SOURCES
from lpgraph.model import Label
from tests.loaders.drafts import Read, rows

BY_NAME = {source.name: source for source in SOURCES}
UUID = "ocd-person/00000000-0000-4000-8000-000000000009"


def said(name: str, *records: dict[str, object], event: str = "", file: str = "test.csv") -> Read:
    """Records through the source of this name."""
    return rows(BY_NAME[name], *records, event=event, file=file)


# --- OpenStates ------------------------------------------------------------------------------------------------


def openstates(**more: object) -> Read:
    """One OpenStates person."""
    return said("openstates-yaml", {"id": UUID, "name": "Ana Example", "roles": [], **more})


def test_openstates_shared_mailbox_is_no_person() -> None:
    """Two people of one council mailbox are two people: the ocd-person id alone says who is who."""
    other = {"id": UUID.replace("9", "8"), "name": "Bo Example", "email": "council@example.org", "roles": []}
    a, b = said("openstates-yaml", {**other, "id": UUID, "name": "Ana Example"}, other).mentions
    assert a.ref != b.ref
    assert a.emails == b.emails == ("council@example.org",)


def test_openstates_past_legislature_role_stays() -> None:
    """A mayor who was a legislator holds two posts: the ended one keeps its end, in another body and area."""
    roles = [
        {"type": "upper", "end_date": "2023-01-01", "jurisdiction": "ocd-jurisdiction/country:us/state:mi/government",
         "district": "12"},
        {"type": "mayor", "jurisdiction": "ocd-jurisdiction/country:us/state:mi/place:lansing/government"},
    ]  # fmt: skip
    out = openstates(roles=roles)
    past, now = out.of("HOLDS")
    assert (past.props["role"], past.props["endDate"]) == ("state senator", "2023-01-01")
    assert "endDate" not in now.props
    assert {f.b.ident[0].rsplit("us/", 1)[1] for f in out.of("REPRESENTS")} == {
        "state:mi/sldu:12",
        "state:mi/place:lansing",
    }
    assert {f.record for f in out.of("HOLDS")} == {("person", UUID)}


def test_openstates_nothing_written_out() -> None:
    """YAML's written-out null, an empty link and an office without a phone say nothing and flag nothing."""
    out = openstates(email="null", links=[{}], offices=[{"classification": "capitol"}], contact_details=None)
    (who,) = out.mentions
    assert (who.emails, who.phones, "website" in who.props, out.flags) == ((), (), False, [])


def test_openstates_odd_rows() -> None:
    """A bad date is left out and flagged, a role without a place too; an id of another kind is refused."""
    place = "ocd-jurisdiction/country:us/state:co/place:boulder/government"
    out = openstates(roles=[{"type": "mayor", "start_date": ".", "jurisdiction": place}, {"type": "mayor"}])
    assert len(out.flags) == 2
    assert "startDate" not in out.of("HOLDS")[0].props
    assert said("openstates-yaml", {"id": "12", "name": "A", "roles": []}).refused
    assert said("openstates-yaml", {"id": UUID, "name": "", "roles": []}).refused == [(1, "no name")]


def test_openstates_two_denvers_are_one_body() -> None:
    """Denver's place and Denver's county are one jurisdiction: one body, one area."""
    ids = [f"ocd-jurisdiction/country:us/state:co/{kind}:denver/government" for kind in ("place", "county")]
    out = openstates(roles=[{"type": "council member", "jurisdiction": i} for i in ids])
    assert len({f.b.ref for f in out.of("IN_BODY")}) == 1
    assert {f.b.ident[0] for f in out.of("GOVERNS")} == {"ocd-division/country:us/state:co/county:denver"}


def test_openstates_csv_state_is_the_file_name() -> None:
    """co.csv is Colorado; a file of another name gives people without an office, and says so."""
    record: dict[str, object] = {"id": UUID, "name": "Ana Example", "current_chamber": "lower", "current_district": "3"}
    assert said("openstates-csv", record, file="co.csv").of("REPRESENTS")[0].b.ident[0].endswith("state:co/sldl:3")
    for file in ("members.csv", "cities.csv", "export.csv"):
        out = said("openstates-csv", record, file=file)
        assert out.facts == []
        assert out.flags


# --- Legistar --------------------------------------------------------------------------------------------------


def nyc_event(*calls: tuple[int, str, str], **more: object) -> Read:
    """One New York meeting with these roll calls: (id, name, value)."""
    roll = [{"ID": number, "Slug": "x", "FullName": name, "Value": value} for number, name, value in calls]
    items = [{"Title": "Roll Call", "RollCall": roll}, {"Title": "No roll call"}]
    base = {"ID": 1, "BodyID": 1, "BodyName": "City Council", "Date": "2023-01-04T20:00:00-05:00", "Items": items}
    return said("legistar-nyc-events", {**base, **more})


@pytest.mark.parametrize(
    "value", ["Absent", "Medical", "Parental ", "Conflict", "Jury Duty", "Excused", "", "Maternity"]
)
def test_legistar_only_present_attends(value: str) -> None:
    """Every value but present is neither an attendance nor a registration."""
    out = nyc_event((7, "Ana Example", value), (8, "Bo Example", "Present"))
    assert [f.a.ident for f in out.of("ATTENDED")] == [("person", "8")]
    assert out.of("REGISTERED_FOR") == []


def test_legistar_present_twice_attends_once() -> None:
    """Two roll calls of one meeting are one attendance; who came for the second one came."""
    out = nyc_event((7, "Ana", "Present"), (7, "Ana", "Present"), (8, "Bo", "Absent"), (8, "Bo", "Present "))
    assert sorted(f.a.ident[1] for f in out.of("ATTENDED")) == ["7", "8"]


def test_legistar_nobody_is_nobody() -> None:
    """A roll call without a number or name is nobody."""
    assert nyc_event((0, "", "Present")).of("ATTENDED") == []


def test_legistar_day_is_the_day_there() -> None:
    """An evening meeting is called by the day where it met, though it is the next day in UTC."""
    event = next(m for m in nyc_event().mentions if m.label is Label.EVENT)
    assert event.props["name"] == "New York City Council, 2023-01-04"
    assert event.props["startAt"] == "2023-01-04T20:00:00"


def test_legistar_deferred_meeting_has_nobody() -> None:
    """A deferred meeting is called so and nobody attended."""
    out = nyc_event(AgendaStatusName="Deferred")
    assert next(m for m in out.mentions if m.label is Label.EVENT).props["type"] == "deferred meeting"
    assert out.of("ATTENDED") == []


def test_legistar_a_corrected_roll_call_is_the_same_record() -> None:
    """All that a meeting says is one record: the corrected version replaces it, also when nobody is left."""
    before, after = nyc_event((7, "Ana", "Present")), nyc_event((7, "Ana", "Absent"))
    records = {f.record for f in before.of("ATTENDED")}
    assert records == {d.record for d in after.rows[0] if isinstance(d, Record)} == {("event", "1")}


def test_legistar_people_meet_by_number() -> None:
    """The person of an office record, of a roll call and of a bill is one by number, in one client only."""
    record = {"ID": 7, "Slug": "ana-example", "FullName": "Public Advocate Ana Example", "OfficeRecords": []}
    who = said("legistar-nyc-people", record).mentions[0]
    there = nyc_event((7, "Ana Example", "Present")).of("ATTENDED")[0].a
    bill = {"ID": 9, "File": "Int 1", "Name": "A bill", "BodyID": 1, "BodyName": "City Council", "History": [],
            "Sponsors": [{"ID": 7, "FullName": "Ana Example"}, {"ID": 0, "Slug": "", "FullName": ""}]}  # fmt: skip
    sponsors = said("legistar-nyc-introductions", bill).of("SPONSORED")
    assert who.ref == there.ref == sponsors[0].a.ref
    assert len(sponsors) == 1
    assert who.props["name"] == "Ana Example"
    elsewhere = {"PersonId": "7", "PersonFullName": "Ana Example", "PersonWWW": "https://seattle.legistar.com/x"}
    assert said("legistar-people", elsewhere).mentions[0].ref != who.ref


@pytest.mark.parametrize(
    ("file", "client"),
    [
        ("seattle-officerecords.json", "seattle"),
        ("seattle/office_records.json", "seattle"),
        ("OfficeRecords.json", "unknown"),
    ],
)
def test_legistar_client_is_in_the_file_name(file: str, client: str) -> None:
    """Office records hold no address: the file or its folder says whose they are, else it is flagged."""
    record: dict[str, object] = {
        "OfficeRecordId": "1", "OfficeRecordPersonId": "7", "OfficeRecordBodyId": "2",
        "OfficeRecordBodyName": "City Council", "OfficeRecordFirstName": "Ana", "OfficeRecordLastName": "Example",
        "OfficeRecordFullName": "ALD. EXAMPLE",
    }  # fmt: skip
    out = said("legistar-office-records", record, file=file)
    assert out.mentions[0].namespace == f"legistar:{client}"
    assert out.mentions[0].props["name"] == "Ana Example"
    assert bool(out.flags) is (client == "unknown")
    assert out.of("HOLDS")[0].props == {"role": "Council Member"}


@pytest.mark.parametrize(
    ("body", "council"),
    [("City Council", True), ("Seattle City Council", True), ("Milwaukee Common Council", True), ("Council", True),
     ("Board of Supervisors", True), ("Cook County Board of Commissioners", True), ("Former Council Members", False),
     ("Brooklyn Delegation of the New York City Council", False), ("Committee of the Whole", False),
     ("Council President's Office", False), ("Arts Council", False), ("Youth Council", False),
     ("Democratic Conference of the Council of the City of New York ", False)],
)  # fmt: skip
def test_legistar_councils(body: str, council: bool) -> None:
    """Only the elected body itself is one whose seats are offices."""
    assert legistar_shared.is_council(body) is council


def test_legistar_a_committee_is_a_membership() -> None:
    """A seat in the council is an office held; in a committee, caucus or the like a membership with its role."""
    offices = [
        {"ID": 1, "BodyID": 1, "BodyName": "City Council", "Title": "Council Member", "Start": "2022-01-01T00:00:00Z",
         "End": "2023-12-31T00:00:00Z"},
        {"ID": 2, "BodyID": 5, "BodyName": "Committee of the Whole", "Title": "Committee Member",
         "Start": "0001-01-01"},
        {"ID": 3, "BodyID": 6, "BodyName": "Democratic Conference of the Council of the City of New York ",
         "Title": "The Speaker"},
    ]  # fmt: skip
    record = {
        "ID": 7,
        "Slug": "ana",
        "FullName": "Ana Example",
        "Email": "District33@example.org",
        "OfficeRecords": offices,
    }
    out = said("legistar-nyc-people", record)
    assert [f.props for f in out.of("HOLDS")] == [
        {"role": "Council Member", "startDate": "2022-01-01", "endDate": "2023-12-31"}
    ]
    assert [f.props for f in out.of("MEMBER_OF")] == [{"role": "Committee Member"}, {"role": "Speaker"}]
    kinds = [m.props["classification"] for m in out.mentions if m.label is Label.ORGANIZATION]
    assert kinds == ["government body", "government body", "caucus"]
    assert out.of("REPRESENTS")[0].b.ident[0].endswith("place:new_york/council_district:33")


def test_legistar_the_district_is_that_of_the_last_term() -> None:
    """The district in an address says nothing about an earlier term: that one stands for the whole city."""
    offices = [
        {"ID": 1, "BodyID": 1, "BodyName": "City Council", "Title": "Council Member", "End": "2017-12-31T00:00:00Z"},
        {"ID": 2, "BodyID": 1, "BodyName": "City Council", "Title": "Council Member", "End": "2025-12-31T00:00:00Z"},
        {"ID": 3, "BodyID": 1, "BodyName": "City Council", "Title": "Speaker", "End": "2029-12-31T00:00:00Z"},
    ]
    record = {
        "ID": 7,
        "Slug": "a",
        "FullName": "Ana Example",
        "Email": "District07@example.org",
        "OfficeRecords": offices,
    }
    places = [f.b.ident[0].rpartition("/")[2] for f in said("legistar-nyc-people", record).of("REPRESENTS")]
    assert places == ["place:new_york", "council_district:7", "place:new_york"]
