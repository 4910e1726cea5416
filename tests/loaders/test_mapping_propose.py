"""What is proposed for a sheet that nobody knows: right for the obvious ones, careful for the rest."""

from __future__ import annotations

import io

import openpyxl
import pytest

from loaders.base import Context, Mention
from loaders.mapping import Mapping, from_toml, preview, propose, to_toml
from loaders.mapping.reader import source_of
from loaders.readers import Content, Opened, open_content


def sheet(text: str, name: str = "sheet.csv") -> Opened:
    """A sheet of this text."""
    return open_content(Content(name, text.encode()))


def workbook(text: str, name: str) -> Opened:
    """The same sheet, typed into a workbook."""
    book = openpyxl.Workbook()
    for line in text.strip().splitlines():
        book.worksheets[0].append(line.split(","))
    out = io.BytesIO()
    book.save(out)
    return open_content(Content(name, out.getvalue()))


SIGN_IN = """Name,E-mail,Phone,Org,City,State
Ana Vale,ana@example.org,(303) 555-0142,Example Tenants Union,Denver,CO
Bo Reed,,,Local 5,,
"""


@pytest.mark.parametrize("make", [sheet, workbook])
def test_a_sign_in_sheet_needs_no_edit(make: object) -> None:
    """Obvious columns are all found, every row is said to have attended, and the event is asked for."""
    name = "Sign-in 12 March." + ("csv" if make is sheet else "xlsx")
    mapping = propose(make(SIGN_IN, name))  # type: ignore[operator]
    person = mapping.person
    assert (person.name, person.email, person.phone, person.city, person.state) == (
        "Name",
        "E-mail",
        "Phone",
        "City",
        "State",
    )
    assert (mapping.organization.name, mapping.organization.relation) == ("Org", "member")
    assert mapping.attendance.every_row == "attended"
    assert mapping.needs_event
    assert person.key[:2] == ("email+name", "phone+name")
    shown = preview(make(SIGN_IN, name), mapping, 5, "Town Hall, 2026-03-12")  # type: ignore[operator]
    assert shown[0].says == ("Ana Vale is of Example Tenants Union", "Ana Vale attended Town Hall (2026-03-12)")
    assert shown[1].person == "Bo Reed"
    assert not any(s.refused or s.issues for s in shown)


def test_a_list_of_people_attended_nothing() -> None:
    """A sheet that does not say it is a sign-in makes nobody attend."""
    mapping = propose(sheet(SIGN_IN, "contacts.csv"))
    assert mapping.attendance.every_row == ""
    assert not mapping.needs_event
    assert "nobody is said" in mapping.says


def test_registered_is_not_attended() -> None:
    """A sheet of RSVPs registers, and a yes in an RSVP column is a promise."""
    assert propose(sheet(SIGN_IN, "rsvps.csv")).attendance.every_row == "registered"
    rows = "Name,Event,Date,RSVP\nAna Vale,Town Hall,2026-03-12,Yes\nBo Reed,Town Hall,2026-03-12,No\n"
    came = propose(sheet(rows)).attendance
    assert (came.column, came.attended, came.registered, came.neither) == ("RSVP", (), ("Yes",), ("No",))


def test_status_values_are_sorted_and_the_unknown_claim_nothing() -> None:
    """A status column is found by name or by its words; a value nobody knows is listed as neither."""
    lines = [
        f"P{i} Person,Board,2026-01-{i + 1:02d},{s}"
        for i, s in enumerate(["Present", "Absent", "Jury Duty"] + ["Present"] * 9)
    ]
    came = propose(sheet("Person,Body,Date,Value\n" + "\n".join(lines) + "\n")).attendance
    assert (came.column, came.attended) == ("Value", ("Present",))
    assert set(came.neither) == {"Absent", "Jury Duty"}


def test_flags_of_one_and_zero_are_no_attendance() -> None:
    """A yes/no column that is not called attendance says nothing about coming."""
    rows = "Name,Event,Date,Virtual\nAna Vale,Hall,2026-03-12,1\nBo Reed,Hall,2026-03-12,0\n"
    assert propose(sheet(rows)).attendance.column == ""


def test_values_tell_where_names_do_not() -> None:
    """E-mail and phone are found by what the values look like; a household number is no phone."""
    rows = "".join(f"20{i:08d},Person {c}mith,p{i}@example.org,303-555-01{i:02d}\n" for i, c in enumerate("SKTVW"))
    mapping = propose(sheet("Household ID,Full name,Reach them at,Number to call\n" + rows))
    assert (mapping.person.email, mapping.person.phone) == ("Reach them at", "Number to call")


def test_a_counter_is_no_persons_id() -> None:
    """An id that differs in each row while names recur counts rows; one that goes with the name is the person's."""
    rows = "".join(f"{i},Ana Vale,Hall {i}\n{i + 100},Bo Reed,Hall {i}\n" for i in range(10))
    assert propose(sheet("id,name,event\n" + rows)).person.id == ""
    assert (
        propose(sheet("id,name,email\n" + "".join(f"{i},Person {i}x,p{i}@example.org\n" for i in range(5)))).person.id
        == "id"
    )
    assert propose(sheet("LOBBYIST_ID,name\n1,Ana\n1,Ana\n")).person.key[0] == "id"


def test_a_bare_name_counts_inside_its_event_only() -> None:
    """Without any address or organization two rows of one name are one person in one event, not across events."""
    rows = "name,event\n" + "".join(f"Person {i},Hall {i % 3}\n" for i in range(30))
    assert propose(sheet(rows)).person.key == ("name+event",)
    assert propose(sheet("name,party\nAna Vale,D\n")).person.key == ("name+row",)


def test_a_bodys_roster_is_known_by_name() -> None:
    """The same few names, event after event and never twice in one, are a roster."""
    rows = "Member,Meeting,Date\n" + "".join(
        f"Member {c},Council,2026-01-{d:02d}\n" for d in range(1, 11) for c in "ABCD"
    )
    assert propose(sheet(rows)).person.key == ("name",)


DIARY = (
    "Minister,Date,Name of Organisation,Purpose of meeting²\n"
    '"Minister for Parks, The Rt Hon Ana Vale MP",Jan-14,Example Trust,Introductory meeting\n'
    ',Feb-14,"Park Friends;Garden League",General discussion\n'
    ",Feb-14,Nil return,\n"
)


def test_a_ministers_diary() -> None:
    """Minister and organizations both attend; each row is a meeting; a blank minister is the one above."""
    mapping = propose(sheet(DIARY))
    assert mapping.organization.relation == "attends"
    assert mapping.event.one_per_row
    assert mapping.rows.carry_down == ("Minister",)
    assert mapping.person.title_before == ","
    assert mapping.rows.missing == ("Nil return",)
    shown = preview(sheet(DIARY), mapping)
    assert shown[1].person == "The Rt Hon Ana Vale MP"
    assert shown[1].organizations == ("Park Friends", "Garden League")
    assert "Park Friends attended General discussion (2014-02)" in shown[1].says
    assert shown[2].refused


def test_two_sittings_of_one_day_are_two_events() -> None:
    """Morning and afternoon tell events apart, and so does the meeting's number."""
    header = "First Name,Last Name,Committee,MTG #,Session Date,Session Type,Present\n"
    rows = header + "Ana,Vale,Parks,1,2026-01-05,Morning,Y\nAna,Vale,Parks,1,2026-01-05,Afternoon,N\n"
    mapping = propose(sheet(rows))
    assert mapping.event.title == ("Committee", "MTG #", "Session Type")
    assert len({s.event for s in preview(sheet(rows), mapping)}) == 2


def test_the_order_of_dates_is_proposed_from_the_values() -> None:
    """A day above 12 shows it; otherwise the mapping leaves it open."""
    rows = "Name,Event,Date\nAna Vale,Hall,13/02/2026\nBo Reed,Hall,01/02/2026\n"
    assert propose(sheet(rows)).event.order == "dmy"
    assert propose(sheet(rows.replace("13/", "3/"))).event.order == ""


def test_a_date_of_the_record_is_no_date_of_the_event() -> None:
    """When somebody registered says nothing about when it was."""
    assert propose(sheet("Name,Event Title,Register date\nAna Vale,Hall,2026-02-13\n")).event.date == ""


def test_camel_case_and_the_sheets_subject() -> None:
    """lobbyistLastName is a last name."""
    person = propose(sheet("lobbyistFirstName,lobbyistLastName,lobbyistPhone\nAna,Vale,\n")).person
    assert (person.given, person.family, person.phone) == ("lobbyistFirstName", "lobbyistLastName", "lobbyistPhone")


@pytest.mark.parametrize("text", [SIGN_IN, DIARY, "a,b\n1,2\n", "Name\nAna\n", 'x,"a ""b"" [c]\n",ü\n1,2,3\n'])
def test_every_proposal_survives_its_file(text: str) -> None:
    """A proposal written as TOML and read again is the same; one without any person says what is missing."""
    mapping = propose(sheet(text))
    if mapping.required:
        assert from_toml(to_toml(mapping), "x") == mapping
        assert isinstance(mapping, Mapping)
    else:
        assert "no person column found" in mapping.describe()[-1]


@pytest.mark.parametrize("column", ["Zip", "ZIP Code", "Postal Code", "zip_code"])
def test_a_zip_code_is_read(column: str) -> None:
    """Who is who is told by the ZIP code too, so a sheet's column of it is proposed and read."""
    opened = sheet(f"Name,Email,City,State,{column}\nAna Vale,ana@example.org,Denver,CO,80202\n", "contacts.csv")
    mapping = propose(opened)
    assert mapping.person.zip == column
    assert from_toml(to_toml(mapping), "m.toml").person.zip == column
    (row,) = opened.rows()
    drafts = list(source_of(mapping).read(row, Context("2026-01-01")))
    assert [d.props["zip"] for d in drafts if isinstance(d, Mention)] == ["80202"]


def test_a_mapping_of_before_has_no_zip_code() -> None:
    """A mapping that was written before the column was known is read as it was."""
    mapping = propose(sheet(SIGN_IN, "contacts.csv"))
    old = "\n".join(line for line in to_toml(mapping).splitlines() if not line.startswith("zip ="))
    assert from_toml(old, "m.toml") == mapping


@pytest.mark.parametrize("column", ["clientPhone", "Emergency contact number (phone)", "Employer Phone"])
def test_somebody_elses_phone_is_not_the_persons(column: str) -> None:
    """A client's phone is not the lobbyist's: a column that is about another is not taken by its looks."""
    rows = "".join(f"Ana Vale{at},(303) 555-01{at:02}\n" for at in range(30))
    assert not propose(sheet(f"Lobbyist,{column}\n{rows}", "list.csv")).person.phone
    assert propose(sheet(f"Lobbyist,Reach me at\n{rows}", "list.csv")).person.phone


def test_a_role_at_the_event_is_no_job() -> None:
    """Participant and Host say what people were that evening; a title that is called so stays theirs."""
    rows = "Ada Vance,a@x.org,Host,Forum,Completed\nBo Reed,b@x.org,Participant,Forum,Invited\n"
    text = f"Name,Email,Role,Event Name,Status\n{rows}"
    assert propose(sheet(text)).person.title == ""
    assert propose(sheet(text.replace("Role", "Title"))).person.title == "Title"


def test_a_date_that_differs_from_person_to_person_is_not_the_events() -> None:
    """Members of a campaign were added on many days; the campaign is one event all the same."""
    rows = "".join(f"Forum,Attended,P{n} Reed,p{n}@x.org,3/{n}/2026\n" for n in range(1, 20))
    for column in ("Member First Associated Date", "Happened"):
        mapping = propose(sheet(f"Campaign Name,Member Status,Name,Email,{column}\n{rows}"))
        assert (mapping.event.title, mapping.event.date) == (("Campaign Name",), "")


def test_affiliations_keep_their_terms() -> None:
    """A report's “Organization: Account Name” with start and end is a list of members, past ones included."""
    header = "Contact: Full Name,Organization: Account Name,Role,Status,Start Date,End Date"
    rows = "Ada Vance,Tenants,Chair,Current,1/5/2020,\nBo Reed,Labor Council,Delegate,Former,1/5/2018,12/31/2019\n"
    found = propose(sheet(f"{header}\n{rows}")).organization
    assert (found.relation, found.start, found.end) == ("member", "Start Date", "End Date")
