"""Exports that people really have, in the words of their makers: who came, and who only signed up."""

from __future__ import annotations

import pytest

from loaders.base import Context, Mention
from loaders.mapping import Mapping, from_toml, preview, propose, source_of, to_toml
from loaders.readers import Content, Opened, open_content
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from lpgraph.model import Label


def opened(text: str, name: str) -> Opened:
    """A sheet of this text."""
    return open_content(Content(name, text.encode()))


def told(text: str, name: str = "export.csv") -> tuple[Mapping, list[str]]:
    """The proposal, and for each row what it says of coming."""
    sheet = opened(text, name)
    mapping = propose(sheet)
    said = preview(sheet, mapping, event="Housing Forum, 2026-03-12" if mapping.needs_event else "")
    words = ("attended", "registered")
    return mapping, [next((w for w in words if any(f" {w} " in s for s in row.says)), "neither") for row in said]


PEOPLE = "Ada,Vance,ada@people.example.org", "Bo,Reed,bo@people.example.org"


@pytest.mark.parametrize(
    ("header", "values", "says", "name"),
    [
        ("Checked In At", ("2026-03-12 18:00", ""), ["attended", "neither"], "check-in.csv"),
        ("checked_in_at,ticket_name", ("2026-03-12T18:00:00Z,GA", ",GA"), ["attended", "registered"], "guests.csv"),
        ("Attendee status,Checked in", ("Attending,Yes", "Attending,No"), ["attended", "registered"], "report.csv"),
        ("Attendee status,Checked in", ("Attending,No", "Attending,No"), ["registered", "registered"], "report.csv"),
        ("Campaign Name,Member Status", ("Forum,Attended", "Forum,No Show"), ["attended", "neither"], "report.csv"),
        ("Event Name,Status", ("Forum,Walk In", "Forum,Left Msg"), ["attended", "neither"], "signups.csv"),
        ("RSVP?,Attended?", ("Y,Y", "Y,"), ["attended", "registered"], "roster.csv"),
        ("RSVP?,Attended?", ("Y,Y", "N,"), ["attended", "neither"], "roster.csv"),
        ("Attendee status,Attended", ("Attending,Yes", "Cancelled,No"), ["attended", "neither"], "report.csv"),
        ("Registration Time,Attended", ("3/1/2026,Yes", "3/1/2026,No"), ["attended", "registered"], "report.csv"),
        ("Registration Time,Attended", ("3/1/2026,Yes", "3/1/2026,Cancelled"), ["attended", "neither"], "report.csv"),
        ("Can Text?,Asistió", ("y,Sí", "y,No"), ["attended", "neither"], "sign-in.csv"),
        ("Registered,Attended,Ticket", ("1,1,G", "0,0,G"), ["attended", "neither"], "registrants.csv"),
        ("Registered,Attended,Ticket", ("1,1,G", "1,0,G"), ["attended", "registered"], "registrants.csv"),
        ("Coming?,Came?", ("Yes,Yes", "Yes,No"), ["attended", "registered"], "rsvps.csv"),
        ("Coming?,Came?", ("No,Yes", "No,No"), ["attended", "neither"], "rsvps.csv"),
        ("Status", ("Attended - Virtual", "Will attend"), ["attended", "registered"], "report.csv"),
        ("Event title,Attended", ("Forum,true", "Forum,false"), ["attended", "registered"], "rsvps.csv"),
        ("RSVP'd,Attended?", ("Y,Y", "N,N"), ["attended", "neither"], "roster.csv"),
        ("RSVP for dinner?,Attended?", ("Y,N", "N,"), ["registered", "neither"], "roster.csv"),
        (
            "approval_status,checked_in_at",
            ("approved,2026-03-12T18:00:00Z", "declined,"),
            ["attended", "neither"],
            "g.csv",
        ),
        (
            "approval_status,checked_in_at",
            ("approved,2026-03-12T18:00:00Z", "approved,"),
            ["attended", "registered"],
            "g.csv",
        ),
        (
            "approval_status,checked_in_at",
            ("approved,2026-03-12T18:00:00Z", "waitlist,"),
            ["attended", "neither"],
            "g.csv",
        ),
        ("RSVP Status", ("Going", "Invited"), ["registered", "neither"], "guests.csv"),
        ("Event Name,Status", ("Forum,Sched-Web", "Forum,Conf Twice"), ["registered", "registered"], "signups.csv"),
        ("Campaign Name,Member Status", ("Forum,RSVP Yes", "Forum,Sent"), ["registered", "neither"], "report.csv"),
        ("Time In", ("6:02 PM 3/12/2026", ""), ["attended", "neither"], "sign-in.csv"),
    ],
)
def test_who_came_is_told_by_the_column_that_says_so(
    header: str, values: tuple[str, str], says: list[str], name: str
) -> None:
    """Registered is not attended, whatever the file is called and in whichever column the maker says it."""
    rows = [f"{who},{value}" for who, value in zip(PEOPLE, values, strict=True)]
    text = "\n".join((f"First Name,Last Name,Email,{header}", *rows, ""))

    assert told(text, name)[1] == says


@pytest.mark.parametrize(
    ("column", "meaning"),
    [
        ("NAME (PRINT)", "person name"), ("Your Name", "person name"), ("Please print your name", "person name"),
        ("Preferred Email", "person email"), ("Email address - other", "person email"),
        ("PHONE / CELL", "person phone"), ("Phone - mobile", "person phone"), ("Best phone number", "person phone"),
        ("What city do you live in?", "person city"), ("City - home", "person city"),
        ("UNION/ORG", "organization name"), ("Organization / Union", "organization name"),
        ("Account Name", "organization name"), ("Company or Organization", "organization name"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_makers_words(column: str, meaning: str) -> None:
    """Forms ask in sentences, printed sheets in capitals, contact systems say which of several it is."""
    name = () if meaning == "person name" else ("Full Name",)
    mail = () if meaning == "person email" else ("Email Address",)
    values = {"Full Name": "Ada Vance", "Email Address": "ada@people.example.org"}
    cell = {
        "person name": "Ada Vance", "person email": "ada@people.example.org", "person phone": "303-555-0101",
        "person city": "Denver", "organization name": "Tenants Union",
    }[meaning]  # fmt: skip
    header = [*name, *mail, column]
    line = ",".join([*(values[c] for c in (*name, *mail)), cell])

    assert propose(opened(f"{','.join(header)}\n{line}\n", "list.csv")).used.get(column) == meaning


def test_a_report_with_a_preamble_and_a_footer_is_read_between_them() -> None:
    """A webinar's report begins with its own table, a report ends with totals and rights: neither is a person."""
    webinar = (
        "Attendee Report\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique "
        "Viewers,Total Users,Max Views\nHousing Forum,823 1234,03/12/2026 18:00,60,2,0,1,1,1\nAttendee Details\n"
        "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,"
        "Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n"
        "Yes,Ada Vance,Ada,Vance,ada@people.example.org,3/1/2026,approved,3/12/2026 18:00,3/12/2026 19:00,60,Yes,US\n"
        "No,Bo Reed,Bo,Reed,bo@people.example.org,03/01/2026,approved,--,--,--,--,--\n"
    )
    assert told(webinar, "webinar.csv")[1] == ["attended", "registered"]
    report = (
        '"First Name","Last Name","Email","Member Status","Member First Responded Date"\n'
        '"Ada","Vance","ada@people.example.org","Attended","3/12/2026"\n'
        '"Bo","Reed","bo@people.example.org","Registered",""\n\n"Grand Totals (2 records)"\n'
    )
    sheet = opened(report, "report.csv")
    mapping = propose(sheet)
    assert mapping.event.date == ""
    assert [row.refused for row in preview(sheet, mapping, event="Forum, 2026-03-12")] == [False, False, True]


MOBILIZE = """signup created time,timeslot id,start,event id,event title,status,attended,user id,first name,last name
2026-03-01T10:00:00Z,7,2026-03-12T18:00:00Z,5,Canvass,CONFIRMED,true,1,Ana,Lopez
2026-03-01T10:00:00Z,7,2026-03-12T18:00:00Z,5,Canvass,REGISTERED,false,2,Bea,Moss
2026-03-01T10:00:00Z,7,2026-03-12T18:00:00Z,5,Canvass,REGISTERED,,3,Cy,Reed
2026-03-01T10:00:00Z,7,2026-03-12T18:00:00Z,5,Canvass,CANCELLED,,4,Di,Cole
"""


def test_two_statuses_are_read_together() -> None:
    """Who did not come by one status is registered where the other says so; who cancelled is neither."""
    assert told(MOBILIZE)[1] == ["attended", "registered", "registered", "neither"]
    mapping = propose(opened(MOBILIZE, "signups.csv"))
    assert mapping.attendance.second == "status"
    assert from_toml(to_toml(mapping), "x") == mapping


def test_a_first_name_called_name_is_one_beside_a_family_name() -> None:
    """“Nombre; Apellido” are the two halves of a name; a whole name beside its family name stays whole."""
    halves = propose(open_content(Content("a.csv", "Nombre;Apellido\nAna;Lopez\nBea María;Moss\n".encode())))
    assert (halves.person.given, halves.person.family, halves.person.name) == ("Nombre", "Apellido", "")
    whole = propose(open_content(Content("a.csv", b"Name,Last Name\nAna Lopez,Lopez\nBea Moss,Moss\n")))
    assert whole.person.name == "Name"


def test_an_open_order_of_dates_is_said_before_anything_is_loaded() -> None:
    """A proposal says which date it cannot read, and how to settle it; one that another date settles is not said."""
    text = "Event,Date,Full Name,Attended\nForum,3/12/2026,Ana Lopez,yes\nForum,4/5/2026,Bea Moss,no\n"
    open_order = propose(opened(text, "a.csv"))
    assert any("3/12/2026 may be month/day" in line for line in open_order.describe())
    told_order = propose(open_content(Content("a.csv", text.replace("4/5/", "4/25/").encode())))
    assert not told_order.doubts
    assert told_order.event.order == "mdy"


def test_a_report_of_a_list_that_also_names_an_event_is_asked_about() -> None:
    """Action Network's own columns do not make an event's report one of people: who came would be lost."""
    header = "Event title,first_name,last_name,email,can2_user_city,can2_state_abbreviated,Attended\n"
    text = f"{header}Forum,Ana,Lopez,a@example.org,Denver,CO,true\nForum,Bea,Moss,b@example.org,Denver,CO,false\n"
    sheet = opened(text, "report.csv")
    with pytest.raises(FileRefused, match="no known source"):
        recognise(sheet, SOURCES)
    assert told(text)[1] == ["attended", "neither"]
    assert propose(sheet).person.city == "can2_user_city"


def test_a_slug_or_an_id_beside_a_name_is_the_persons() -> None:
    """“sponsor_slug” beside “sponsor” says who it is, row after row."""
    text = "file,sponsor,sponsor_slug\nInt 1,Ana Lopez,ana-lopez\nInt 2,Ana Lopez,ana-lopez\nInt 2,Bea Moss,bea-moss\n"
    assert propose(opened(text, "sponsors.csv")).person.id == "sponsor_slug"


def test_the_whole_name_is_kept_where_it_says_more_than_its_halves() -> None:
    """A middle name that only the whole has is not lost; a whole written the other way round is not taken."""
    fuller = propose(opened("name,given_name,family_name\nAna B. Lopez,Ana,Lopez\nBea C. Moss,Bea,Moss\n", "a.csv"))
    assert (fuller.person.name, fuller.person.given, fuller.person.family) == ("name", "given_name", "family_name")
    turned = propose(opened('name,given_name,family_name\n"Lopez, Ana",Ana,Lopez\n"Moss, Bea",Bea,Moss\n', "a.csv"))
    assert turned.person.name == ""


def test_half_a_name_is_found_beside_the_other() -> None:
    """A slip of the pen in one heading does not make whole names of “LOPEZ, ANA (Firm)”."""
    person = propose(opened('lobbyistName,lobbystLastName,lobbyistFirstName\n"LOPEZ, ANA",Lopez,Ana\n', "a.txt")).person
    assert (person.given, person.family, person.name) == ("lobbyistFirstName", "lobbystLastName", "")


def test_a_second_organization_tells_people_of_one_name_apart() -> None:
    """Two delegates called alike of two countries' ministries of one name are two people."""
    text = "Person_Name,Affiliation,Delegation,Meeting,Year\nAna Lopez,Ministry of Health,Utopia,INC 1,1991\n"
    text += "Ana Lopez,Ministry of Health,Ruritania,INC 1,1991\nBea Moss,NA,Utopia,INC 1,1991\n"
    sheet = opened(text, "attendance.csv")
    assert propose(sheet).person.key[0] == "name+organization+Delegation"
    rows = [list(source_of(propose(sheet)).read(row, Context("", ""))) for row in sheet.rows()]
    people = {d.ident for drafts in rows for d in drafts if isinstance(d, Mention) and d.label is Label.PERSON}
    assert len(people) == 3


def test_groups_under_an_unknown_heading_are_organizations() -> None:
    """A list of endorsers, most of them clubs and unions, is one of organizations."""
    text = "endorser,url\nExample Local 12,x\nHousing Alliance,y\nTenants Union,z\nAna Lopez,w\n"
    assert propose(opened(text, "endorsers.csv")).organization.relation == "listed"


def test_an_events_title_is_its_title_and_not_its_slug() -> None:
    """“event” beside “event_title” is a short form of it."""
    text = "event,event_title,date,speaker\nbp,Bay Forum,2026-04-28,Ana Lopez\nbp,Bay Forum,2026-04-28,Bea Moss\n"
    assert propose(opened(text, "speakers.csv")).event.title == ("event_title",)


def test_a_row_of_an_organization_without_a_person_is_not_lost() -> None:
    """A firm in a list of people's firms has no name of a person: the firm is kept, and the row is flagged."""
    text = "First Name,Last Name,Organization\nAna,Lopez,Example Firm\n,,Another Firm\n"
    sheet = opened(text, "members.csv")
    last = list(sheet.rows())[-1]
    drafts = list(source_of(propose(sheet)).read(last, Context("", "")))
    assert [d.props["name"] for d in drafts if isinstance(d, Mention)] == ["Another Firm"]
    assert [flag.reason for flag in last.flags] == ["names no person: the organization alone was kept"]
