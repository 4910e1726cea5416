"""The traps of IRS, OLMS, FMCS, Eventbrite, Zoom and Open Civic Data, one by one."""

from __future__ import annotations

import pytest

from loaders import irs_eo_bmf, zoom_participants
from loaders.base import Record
from loaders.registry import SOURCES
from lpgraph.model import Label
from tests.loaders.drafts import Read, rows

BY_NAME = {source.name: source for source in SOURCES}


def said(name: str, *records: dict[str, object], event: str = "", file: str = "test.csv") -> Read:
    """Records through the source of this name."""
    return rows(BY_NAME[name], *records, event=event, file=file)


# --- IRS, OLMS, FMCS -------------------------------------------------------------------------------------------


def irs(**more: object) -> Read:
    """One BMF row."""
    base = {"EIN": "010158946", "NAME": "EXAMPLE SOCIETY", "CITY": "HANOVER", "STATE": "NH", "SUBSECTION": "03"}
    return said("irs-eo-bmf", {**base, **more})


def test_irs_ein_keeps_its_zeros() -> None:
    """An EIN is nine digits; zeros that a spreadsheet took are put back and flagged; other text is refused."""
    assert irs().mentions[0].ids == ("ein:010158946",)
    spoiled = irs(EIN="10158946")
    assert spoiled.mentions[0].ids == ("ein:010158946",)
    assert spoiled.flags
    assert irs(EIN="01-0158946").mentions[0].ids == ("ein:010158946",)
    assert irs(EIN="12345678901").refused
    assert irs(EIN="").refused == [(1, "no EIN")]


@pytest.mark.parametrize(
    ("name", "sort_name", "affiliation", "kind"),
    [
        ("NEW ENGLAND ALPACA OWNERS & BREEDERS ASSOC", "", "3", None),
        ("AMERICAN FERN SOCIETY INC", "", "3", None),
        ("ROCKINGHAM COUNTY FARM BUREAU", "", "3", None),
        ("INTERNATIONAL BROTHERHOOD OF TEAMSTERS SUPPLEMENTAL BENEFITS TR", "", "3", None),
        ("AMALGAMATED TRANSIT UNION", "717 LOCAL", "9", "union"),
        ("LEBANON PERMANENT FIRE FIGHTERS LOCAL 3197", "", "3", "union"),
    ],
)
def test_irs_subsection_05_is_not_union(name: str, sort_name: str, affiliation: str, kind: str | None) -> None:
    """Only a name that says so makes a union of a 501(c)(5)."""
    out = irs(NAME=name, SORT_NAME=sort_name, AFFILIATION=affiliation, SUBSECTION="05")
    assert out.mentions[0].props.get("classification") == kind


def test_irs_a_charity_is_no_union() -> None:
    """A 501(c)(3) whose name sounds like a union's is none."""
    assert irs(NAME="SEIU LOCAL 9999 CHILDREN", SUBSECTION="03").mentions[0].props["classification"] == "community"


@pytest.mark.parametrize(
    ("ntee", "subsection", "kind"),
    [("R20", "03", "advocacy"), ("W01", "04", "advocacy"), ("T20", "03", "funder"), ("B11", "03", "funder"),
     ("V20", "03", "research"), ("W05", "03", "research"), ("L20", "03", "community"),
     ("", "04", "community"), ("", "06", "")],
)  # fmt: skip
def test_irs_kinds(ntee: str, subsection: str, kind: str) -> None:
    """What an organization is follows from its NTEE code and subsection; a business league is none of ours."""
    assert irs_eo_bmf.classification(ntee, subsection, "EXAMPLE", subordinate=False) == kind


def test_irs_chapters_have_a_name_of_their_own() -> None:
    """A subordinate is called NAME and SORT_NAME; a parent's SORT_NAME is only another name."""
    chapter = irs(NAME="AMERICAN LEGION", SORT_NAME="0025 EXAMPLE POST", AFFILIATION="9", SUBSECTION="19").mentions[0]
    assert chapter.props["name"] == "American Legion – 0025 Example Post"
    assert chapter.props["classification"] == "chapter"
    assert irs(NAME="FRIENDS OF VOLLEYBALL", SORT_NAME="FOR VOLLEYBALL", AFFILIATION="3").mentions[0].props["name"] == (
        "Friends of Volleyball"
    )


def test_olms_one_name_several_file_numbers() -> None:
    """Two unions called SEIU 1199 are two, by file number; both belong to one SEIU; a lettered local is its own."""
    base = {"union_name": "SERVICE EMPLOYEES", "aff_abbr": "SEIU", "desig_name": "LU", "city": "DENVER", "state": "CO"}
    out = said(
        "olms-lm",
        {**base, "f_num": "31847", "desig_num": "1199"},
        {**base, "f_num": "543210", "desig_num": "1199"},
        {**base, "f_num": "000777", "desig_num": "32BJ"},
    )
    assert len({m.ref for m in out.mentions}) == 3
    assert [m.ids for m in out.mentions] == [("olms:31847",), ("olms:543210",), ("olms:777",)]
    assert len({f.b.ref for f in out.of("AFFILIATED_WITH")}) == 1
    assert out.mentions[2].props["localNumber"] == "32BJ"


def fmcs(**more: object) -> Read:
    """One work stoppage."""
    base = {"Employer": "Example Mill", "Union": "IBT Local 492", "Case Number": "1", "City, State": "Pueblo, CO"}
    return said("fmcs-work-stoppages", {**base, "Start Date": "2026-01-05", "End Date": "", **more})


def test_fmcs_union_and_local_in_one_cell() -> None:
    """The local is read off the cell, or off its own column; the same local in two cases is one union."""
    apart = fmcs(Union="IBT", **{"Union Local": "492", "Case Number": "2"})
    assert fmcs().of("ATTENDED")[0].a.ref == apart.of("ATTENDED")[0].a.ref
    assert fmcs(Union="IBT Local 492T").of("ATTENDED")[0].a.ref != apart.of("ATTENDED")[0].a.ref


def test_fmcs_employer_is_no_entity() -> None:
    """The employer is in the event's title only."""
    out = fmcs()
    assert {m.label for m in out.mentions} == {Label.ORGANIZATION, Label.EVENT}
    assert all("Example Mill" not in str(m.props) for m in out.mentions if m.label is Label.ORGANIZATION)
    event = next(m for m in out.mentions if m.label is Label.EVENT)
    assert event.props["name"] == "Work stoppage at Example Mill, Pueblo, CO"


def test_fmcs_sheet_lines() -> None:
    """ "27.0" people are 27; American dates are read; a section line of the workbook is no case."""
    out = fmcs(**{"# Idled": "27.0", "Start Date": "7/31/2019"})
    event = next(m for m in out.mentions if m.label is Label.EVENT)
    assert (event.props["size"], event.props["startAt"]) == (27, "2019-07-31")
    section = fmcs(Employer="7 Ongoing Cases", Union="", **{"City, State": ""})
    assert section.rows == [[]]
    assert section.flags


# --- Eventbrite and Zoom ---------------------------------------------------------------------------------------


def eventbrite(*attendees: dict[str, object]) -> Read:
    """Rows of an attendee report."""
    base = {"Order #": "1", "First Name": "Ana", "Last Name": "Example", "Email": "office@example.org"}
    return said("eventbrite-attendees", *({**base, **a} for a in attendees), event="Summit, 2026-03-14")


@pytest.mark.parametrize(
    ("status", "types"),
    [("Attending", ["REGISTERED_FOR"]), ("Checked In", ["REGISTERED_FOR", "ATTENDED"]), ("Refunded", []),
     ("Not Attending", []), ("Deleted", []), ("Cancelled", []), ("Something New", [])],
)  # fmt: skip
def test_eventbrite_status(status: str, types: list[str]) -> None:
    """Attending is a registration, checked in is both, everything else leaves the record alone."""
    out = eventbrite({"Attendee #": "5", "Attendee Status": status})
    assert [f.type for f in out.facts] == types
    assert [d.record for d in out.rows[0] if isinstance(d, Record)] == [("attendee", "5")]
    assert {f.record for f in out.facts} <= {("attendee", "5")}


def test_eventbrite_one_buyer_many_guests() -> None:
    """Guests who share the buyer's address are several people; the same guest twice is one."""
    out = eventbrite(
        {"Attendee #": "5", "Attendee Status": "Attending"},
        {"Attendee #": "6", "Attendee Status": "Attending", "First Name": "Bo"},
        {"Attendee #": "7", "Attendee Status": "Attending", "First Name": "ANA", "Last Name": "EXAMPLE"},
    )
    assert len({f.a.ref for f in out.facts}) == 2
    assert len({f.record for f in out.facts}) == 3


def test_eventbrite_without_attendee_number() -> None:
    """Without an attendee number the record is order and address."""
    out = eventbrite({"Attendee Status": "Attending"})
    assert out.facts[0].record == ("order", "1", "office@example.org")


def test_eventbrite_guest_without_a_name() -> None:
    """ "Info Requested" is no person; a bad address is dropped and the person kept."""
    assert eventbrite({"First Name": "Info", "Last Name": "Requested", "Attendee Status": "Attending"}).facts == []
    odd = eventbrite({"Email": "office at example", "Attendee Status": "Attending"})
    assert odd.of("REGISTERED_FOR")[0].a.emails == ()
    assert odd.flags


def zoom(*people: dict[str, object], event: str = "Call, 2026-05-10") -> Read:
    """Rows of a participants report."""
    return said("zoom-participants", *people, event=event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diego Gomez (TA)", ("Diego Gomez", "", False)),
        ("Ana Example (She/Her)", ("Ana Example", "she/her", False)),
        ("iPhone (Brian Smith)", ("Brian Smith", "", True)),
        ("Brian's iPad (Brian Smith)", ("Brian Smith", "", True)),
        ("iPhone", ("", "", True)),
        ("Galaxy S21 (guest)", ("", "", True)),
        ("+1 303 555 0101", ("", "", True)),
        ("Phone caller", ("", "", True)),
        ("Hosta Example", ("Hosta Example", "", False)),
    ],
)
def test_zoom_names(text: str, expected: tuple[str, str, bool]) -> None:
    """A device is nobody unless its brackets name a person; pronouns are no name."""
    assert zoom_participants.split(text) == expected


def test_zoom_rejoin_is_one_attendance() -> None:
    """Two rows of one person assert the same record, type and ends, whose minutes the ingest adds up."""
    row: dict[str, object] = {"Name (Original Name)": "Ana Example", "User Email": "ana@example.org"}
    out = zoom(
        {**row, "Duration (Minutes)": "29"}, {**row, "User Email": "ANA@example.org", "Duration (Minutes)": "26"}
    )
    a, b = out.of("ATTENDED")
    assert (a.record, a.a.ref, a.b.ref) == (b.record, b.a.ref, b.b.ref)
    assert BY_NAME["zoom-participants"].sum_props == {"minutes"}


def test_zoom_waiting_room_is_not_the_meeting() -> None:
    """Who never left the waiting room did not attend."""
    row: dict[str, object] = {
        "Name (Original Name)": "Ana Example",
        "Duration (Minutes)": "3",
        "In Waiting Room": "Yes",
    }
    assert zoom(row).of("ATTENDED") == []


def test_zoom_without_preamble_needs_the_event() -> None:
    """Without a preamble the user must say which meeting it was: no row is loaded under a guess."""
    out = zoom({"Name (Original Name)": "Ana Example"}, event="")
    assert out.rows == []
    assert out.refused[0][1] == "the report does not name its meeting"


def test_zoom_same_bare_name_in_two_meetings() -> None:
    """A bare name counts inside its meeting only."""
    row: dict[str, object] = {"Name (Original Name)": "Ana Example"}
    first, second = zoom(row, event="A, 2026-05-10"), zoom(row, event="A, 2026-06-10")
    assert first.of("ATTENDED")[0].a.ref != second.of("ATTENDED")[0].a.ref


def test_mobilize_an_evening_is_on_its_day() -> None:
    """Six in the evening of Denver is that day there, though Mobilize's seconds are of the next one in UTC."""
    event = {"id": 1, "title": "Rent Forum", "timezone": "America/Denver"}
    record: dict[str, object] = {
        "id": 5, "status": "REGISTERED", "event": event, "timeslot": {"id": 2, "start_date": 1773360000},
        "person": {"user_id": 7, "given_name": "Ana", "family_name": "Example"},
    }  # fmt: skip
    found = next(m for m in said("mobilize-attendances", record).mentions if m.label is Label.EVENT)
    assert found.props["startAt"] == "2026-03-12T18:00:00"


# --- Open Civic Data -------------------------------------------------------------------------------------------


def test_ocd_alias_never_names_the_place() -> None:
    """The census's "Denver city" and "Denver County" are one Denver, whichever row comes last."""
    ids = ("place:denver", "county:denver")
    records = [{"id": f"ocd-division/country:us/state:co/{i}", "name": f"Denver {i}"} for i in ids]
    out = said("ocd-divisions", *records)
    assert {(m.ident, str(m.props["name"])) for m in out.mentions} == {
        (("ocd-division/country:us/state:co/county:denver",), "Denver, CO")
    }


def test_ocd_a_countrys_own_list() -> None:
    """country-us.csv has names, aliases and more columns than a state's list: places, and each alias its place's."""
    us = "ocd-division/country:us/state:co"
    out = said(
        "ocd-divisions",
        {"id": f"{us}/place:boulder", "name": "Boulder city", "sameAs": "", "sch_dist_stateid": "7"},
        {"id": f"{us}/place:denver", "name": "Denver city", "sameAs": f"{us}/county:denver", "sameAsNote": ""},
    )
    assert {m.props["name"] for m in out.mentions} == {"Boulder, CO", "Denver, CO"}
    assert out.refused == [] and out.flags == []


def test_ocd_other_countries_keep_their_names() -> None:
    """Bavaria is no American state, and lies in its country."""
    out = said("ocd-divisions", {"id": "ocd-division/country:de/state:by", "name": "Bayern", "validThrough": ""})
    assert [(m.props["name"], "state" in m.props) for m in out.mentions] == [("Bayern", False)]
    assert [f.b.ident[0] for f in out.of("WITHIN")] == ["ocd-division/country:de"]


def test_ocd_other_ids_are_refused() -> None:
    """A row of another kind is refused, naming the column."""
    assert said("ocd-divisions", {"id": "17", "name": "Somewhere"}).refused == [(1, "id is not an ocd-division id")]
