"""What kind of sheet an unknown one is: who was there, who signed up, who is a member, which events there are."""

from __future__ import annotations

import pytest

from loaders.base import Context, Fact
from loaders.mapping import from_toml, preview, propose, source_of, to_toml
from loaders.readers import Content, Opened, open_content


def sheet(text: str, name: str = "sheet.csv") -> Opened:
    """A sheet of this text."""
    return open_content(Content(name, text.encode()))


EVENT_AND_NAME = "Event,Name,Email\nTown Hall,Ana Vale,ana@example.org\nTown Hall,Bo Reed,\n"


@pytest.mark.parametrize(
    "name",
    [
        "Sign-in 12 March.csv",
        "sign_ins.csv",
        "attendance-list.csv",
        "Attendees present.csv",
        "board meetings.csv",
        "minutes 2026-03.csv",
        "check-in.csv",
        "Roll call.csv",
        "present.csv",
    ],
)
def test_a_name_that_says_presence_makes_rows_attended(name: str) -> None:
    """A sheet called a record of who was there is one, with no edit."""
    assert propose(sheet(EVENT_AND_NAME, name)).attendance.every_row == "attended"


@pytest.mark.parametrize(
    "name",
    [
        "list.csv",
        "town hall.csv",
        "attendees.csv",
        "participants.csv",
        "meeting rsvps.csv",
        "presenters.csv",
        "represented.csv",
        "check-in and registration.csv",
        "sign-up sheet.csv",
        "meetings/list.csv",
    ],
)
def test_without_a_word_of_presence_nobody_came(name: str) -> None:
    """An event and a person side by side claim a registration at most, and the proposal says that nobody came."""
    mapping = propose(sheet(EVENT_AND_NAME, name))
    assert mapping.attendance.every_row == "registered"
    assert "nobody is taken to have come until the mapping says so" in mapping.says
    told = preview(sheet(EVENT_AND_NAME, name), mapping)
    assert not any("attended" in said for row in told for said in row.says)


def test_a_header_that_speaks_of_meetings_says_presence() -> None:
    """A column called meeting is enough, unless another speaks of registering or tells who came in unknown words."""
    rows = "{0},Name\nBoard,Ana Vale\nBoard,Bo Reed\n"
    for column in ("Meeting", "Meeting ID", "Meeting name²"):
        assert propose(sheet(rows.format(column))).attendance.every_row == "attended"
    rsvps = "Meeting,Name,Registered on\nBoard,Ana Vale,2026-03-01\n"
    assert propose(sheet(rsvps)).attendance.every_row == "registered"
    unread = "Meeting,Name,Attended\nBoard,Ana Vale,ja\nBoard,Bo Reed,nein\n"
    assert propose(sheet(unread, "sign-in.csv")).attendance.every_row == "registered"


def test_the_attendance_template_without_its_status_claims_no_attendance() -> None:
    """What is lost cannot be read out of the file's name; a sheet called a sign-in still is one."""
    rows = "event,person\nTown Hall,Ana Vale\n"
    assert propose(sheet(rows, "attendance.csv")).attendance.every_row == "registered"
    assert propose(sheet(rows, "sign-in.csv")).attendance.every_row == "attended"


TERMS = (
    "member_id,name,body,title,start,end\n"
    "ana-vale,Ana Vale,Exampleton Parks Committee,Chair,2017-11-28,2019-12-31\n"
    "bo-reed,Bo Reed,Exampleton Parks Committee,Member,2018-01-01,\n"
)


def test_a_body_with_start_and_end_is_a_list_of_members() -> None:
    """Terms in a body are memberships with their dates, and no event that anybody came to."""
    mapping = propose(sheet(TERMS))
    assert (mapping.organization.name, mapping.organization.relation) == ("body", "member")
    assert (mapping.organization.start, mapping.organization.end) == ("start", "end")
    assert not mapping.event.named
    assert not mapping.attendance.says
    assert "member of the organization" in mapping.says
    assert from_toml(to_toml(mapping), "x") == mapping
    facts = [d for row in sheet(TERMS).rows() for d in source_of(mapping).read(row, Context("")) if isinstance(d, Fact)]
    assert {f.type for f in facts} == {"MEMBER_OF"}
    first, second = (f.props for f in facts)
    assert (first["role"], first["startDate"], first["endDate"]) == ("Chair", "2017-11-28", "2019-12-31")
    assert (second["startDate"], "endDate" in second) == ("2018-01-01", False)


def test_a_list_of_members_by_id_only_names_nobody() -> None:
    """An id is no name: the proposal says so, and claims neither an event nor attendance."""
    mapping = propose(sheet("person_id,body,title,start,end\nana-vale,Parks Committee,Chair,2017-11-28,2019-12-31\n"))
    assert (mapping.organization.relation, mapping.event.named, mapping.attendance.says) == ("member", False, False)
    assert "no person column found" in mapping.describe()[-1]
    assert "“person_id” holds only ids" in mapping.describe()[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name,Committee,Start,End\nAna Vale,Parks,2026-03-12 18:00,2026-03-12 20:00\n", "x.csv"),  # a sitting
        ("Name,Meeting,Organization,Start,End\nAna Vale,Board,Local 5,2025-01-01,2026-01-01\n", "x.csv"),
        ("Name,Committee,Start,End,Value\nAna Vale,Parks,2025-01-01,2026-01-01,Present\n", "x.csv"),
        ("Name,Committee,Start,End\nAna Vale,Parks,2025-01-01,2026-01-01\n", "attendance.csv"),
    ],
)
def test_what_speaks_of_meetings_is_no_list_of_members(text: str, name: str) -> None:
    """Hours instead of years, a meeting column, words of attendance, or the file's name make it events."""
    mapping = propose(sheet(text, name))
    assert mapping.event.named
    assert mapping.attendance.says
    assert not mapping.organization.start


BILLS = (
    "file,name,committee,status,intro_date,sponsor\n"
    "Int 1,Designating a zone free of noise,Parks,Filed,2023-01-04,Ana Vale\n"
    "Int 2,Fair Workweek,Parks,Filed,2023-01-05,Bo C. Reed\n"
)


def test_the_more_specific_person_column_wins() -> None:
    """A bill's name is nobody's beside a sponsor; its committee and the day it was introduced are no event."""
    mapping = propose(sheet(BILLS))
    assert mapping.person.name == "sponsor"
    assert not mapping.event.named
    assert not mapping.attendance.says
    one = "name,councilmember\nFair Workweek,Ana Vale\n"
    assert propose(sheet(one)).person.name == "councilmember"


def test_a_name_beside_its_address_is_the_persons() -> None:
    """Who signs in with an e-mail address is the person, not the council member that the sheet also asks for."""
    rows = "Name,Email,Council Member\nAna Vale,ana@example.org,Cy Moss\n"
    assert propose(sheet(rows, "sign-in.csv")).person.name == "Name"
    assert propose(sheet("Name,Member\nAna Vale,Yes\nBo Reed,No\n")).person.name == "Name"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("event_id,date,body,location\n1,2023-01-04,City Council,Chambers\n", "body"),
        ("name,start_date,end_date\nMarch 14th Rally,2015-03-15T12:00:00Z,2015-03-15T14:00:00Z\n", "name"),
        ("name,start_date,end_date\nParks Rally,2015-03-15,2015-03-15\n", "name"),
        ("id,title,start,location\n1,Ana Vale Day,2015-03-15,Hall 1\n", "title"),
    ],
)
def test_events_without_people_name_nobody(text: str, title: str) -> None:
    """A list of events is no list of people: no person column is found, and nobody is said to have come."""
    for name in ("x.csv", "attendance.csv"):
        mapping = propose(sheet(text, name))
        assert mapping.event.title == (title,)
        assert not mapping.person.named
        assert not mapping.attendance.says
        assert "no person column found" in mapping.describe()[-1]
        assert "attended" not in " ".join(mapping.describe())


def test_people_with_dates_are_people() -> None:
    """Names of people beside a start and an end stay people."""
    rows = "name,start_date,end_date\nAna Vale,2015-03-15,2019-03-15\nBo Reed,2016-03-15,2019-03-15\n"
    assert propose(sheet(rows)).person.name == "name"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("name,website,state\nRiverton Tenants Union,https://a.example.org,CO\nWorkers Center,,CO\n", "list.csv"),
        ("Site name,Phone,Email\nBright Steps,303-555-0101,a@example.org\nElm House,303-555-0102,\n", "sites.csv"),
        ("name,city\nPeople’s Action Riverton,Riverton\nElm Street,Riverton\nNew Majority,Lakeside\n", "groups.csv"),
    ],
)
def test_a_list_of_organizations_names_no_person(text: str, name: str) -> None:
    """Each row is an organization with its own place and site; an address beside it does not make a person."""
    opened = sheet(text, name)
    mapping = propose(opened)
    told = preview(opened, mapping)

    assert mapping.organization.relation == "listed"
    assert "each row is an organization, and no person" in mapping.describe()
    assert [row.person for row in told] == [""] * len(told)
    assert all(row.organizations and not row.refused for row in told)
    assert from_toml(to_toml(mapping), "m.toml") == mapping


@pytest.mark.parametrize(
    "text",
    [
        "name,email\nAna Union,ana@example.org\nBo Reed,\nCy Lund,\n",
        "First Name,Last Name,Organization\nAna,Vale,Tenants Union\nBo,Reed,Workers Center\n",
        "name,city\nAna Vale,Riverton\nBo Trust,Riverton\nCy Lund,Lakeside\n",
    ],
)
def test_a_list_of_people_stays_one(text: str) -> None:
    """A person's name beside an organization, or one surname like a group's, is a list of people."""
    assert propose(sheet(text)).organization.relation != "listed"


def test_organizations_that_signed_in_came() -> None:
    """A sign-in of organizations says that they attended; one that is missing in its row is refused."""
    text = "Organization,Event,Date\nTenants Union,Town Hall,2026-03-12\nWorkers Center,Town Hall,2026-03-12\n"
    opened = sheet(text, "sign-in.csv")
    told = preview(opened, propose(opened))

    assert [row.says for row in told] == [
        ("Tenants Union attended Town Hall (2026-03-12)",),
        ("Workers Center attended Town Hall (2026-03-12)",),
    ]
