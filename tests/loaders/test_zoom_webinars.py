"""Zoom's webinar reports: several tables in one file, and registered is not attended."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import zoom_webinars
from loaders.base import Fact
from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from tests.loaders.drafts import Read, read

TOP = 'Attendee Report\nReport Generated:,"May 11, 2026 9:02 AM"\nTopic,Webinar ID,Actual Start Time,# Registered\n'
TOP += 'Example Briefing,999 0000 0002,"May 10, 2026 5:55 PM",2\n'
HOST = "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest"
ATTENDEE = "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,"
ATTENDEE += "Join Time,Leave Time,Time in Session (minutes)"


def report(folder: Path, *lines: str, top: str = TOP, end: str = "\n") -> Path:
    """A report of these lines below its top."""
    path = folder / "report.csv"
    path.write_text((top + "\n".join(lines)).replace("\n", end) + end, encoding="utf-8")
    return path


def told(path: Path) -> Read:
    """What the report says, by whatever source its header is known as."""
    return read(recognise(open_file(path), SOURCES), path)


def who(facts: list[Fact]) -> list[str]:
    """The names at the near end of facts."""
    return sorted(str(f.a.props["name"]) for f in facts)


def test_every_part_is_read(tmp_path: Path) -> None:
    """Hosts, panelists, attendees and others: nothing above the last header is taken for a title."""
    path = report(
        tmp_path,
        "Host Details,", HOST, "Yes,Ana Host,ana@example.org,x,y,60,No",
        "Panelist Details,", HOST, "Yes,Bea Panel,bea@example.org,x,y,50,No", "",
        "Attendee Details,", ATTENDEE, "Yes,Cy Came,Cy,Came,cy@example.org,t,approved,x,y,20",
        "Other Attended,", "User Name,Join Time,Leave Time,Time in Session (minutes)", "Dee Caller,x,y,5",
    )  # fmt: skip
    out = told(path)
    assert who(out.of("ATTENDED")) == ["Ana Host", "Bea Panel", "Cy Came", "Dee Caller"]
    assert [f.props.get("role", "") for f in out.of("ATTENDED")] == ["host", "panelist", "", ""]
    assert who(out.of("REGISTERED_FOR")) == ["Cy Came"]
    event = out.facts[0].b
    assert (event.props["name"], event.props["startAt"]) == ("Example Briefing", "2026-05-10T17:55:00")


@pytest.mark.parametrize(
    ("attended", "registered", "approval", "facts"),
    [
        ("Yes", "t", "approved", ["ATTENDED", "REGISTERED_FOR"]),
        ("Yes", "", "", ["ATTENDED"]),
        ("No", "t", "approved", ["REGISTERED_FOR"]),
        ("No", "t", "", ["REGISTERED_FOR"]),
        ("No", "t", "pending", []),
        ("No", "t", "denied", []),
        ("No", "t", "cancelled", []),
        ("No", "t", "who knows", []),
        ("perhaps", "", "--", []),
    ],
)
def test_registered_is_not_attended(
    tmp_path: Path, attended: str, registered: str, approval: str, facts: list[str]
) -> None:
    """Only Yes came; only who was approved is registered."""
    row = f"{attended},Cy Came,Cy,Came,cy@example.org,{registered},{approval},--,--,--"
    out = told(report(tmp_path, "Attendee Details,", ATTENDEE, row))
    assert sorted(f.type for f in out.facts) == facts


def test_rejoins_add_up(tmp_path: Path) -> None:
    """Two rows of one person are one record, whose minutes are summed when loaded, in whichever part they stand."""
    rows = ["Yes,Cy Came,Cy,Came,cy@example.org,t,approved,a,b,20", "Yes,Cy C,Cy,Came,cy@example.org,t,approved,c,d,10"]
    path = report(
        tmp_path, "Panelist Details,", HOST, "Yes,Cy Came,cy@example.org,x,y,5,No",
        "Attendee Details,", ATTENDEE, *rows, end="\r\n",
    )  # fmt: skip
    out = told(path).of("ATTENDED")
    assert len({(f.record, f.a.ref, f.b.ref) for f in out}) == 1
    assert sorted(int(str(f.props["minutes"])) for f in out) == [5, 10, 20]
    assert zoom_webinars.ATTENDEES.sum_props == {"minutes"}


def test_a_row_that_does_not_fit_is_refused_or_flagged(tmp_path: Path) -> None:
    """A row with more values than its own part's header is refused, a shorter one flagged, a second header refused."""
    long = "Yes,Ana Host,ana@example.org,x,y,60,No,and more"
    path = report(
        tmp_path, "Host Details,", HOST, long, "Yes,Bea Host,bea@example.org", HOST,
        "Attendee Details,", ATTENDEE, "Yes,Cy Came,Cy,Came,cy@example.org,t,approved,x,y,20",
        "Yes,Dee Came,Dee,Came,dee@example.org,t,approved,x,y,20",
        "Yes,Eve Came,Eve,Came,eve@example.org,t,approved,x,y,20",
    )  # fmt: skip
    out = told(path)
    assert [number for number, _ in out.refused] == [1, 3]
    assert out.flags == [
        (2, "the row has 3 values, the header of Host Details has 7: the missing ones are taken as blank")
    ]
    assert who(out.of("ATTENDED")) == ["Bea Host", "Cy Came", "Dee Came", "Eve Came"]


def test_several_reports_in_one_file_are_refused(tmp_path: Path) -> None:
    """Whose rows belong to which webinar could not be told."""
    part = ("Attendee Details,", ATTENDEE, "Yes,Cy Came,Cy,Came,cy@example.org,t,approved,x,y,20")
    with pytest.raises(FileRefused, match="several reports"):
        open_file(report(tmp_path, *part, *TOP.splitlines(), *part))


def test_a_column_twice_in_a_part_is_refused(tmp_path: Path) -> None:
    """The same name twice under one heading would lose one of the two."""
    with pytest.raises(FileRefused, match="occurs twice"):
        open_file(report(tmp_path, "Attendee Details,", f"{ATTENDEE},Email", "Yes,A,B,C,d,e,f,g,h,1,i"))


def test_a_person_called_like_a_part_is_no_part(tmp_path: Path) -> None:
    """Only a line with nothing else in it begins a part."""
    rows = ["Yes,Host Details,Host,Details,h@example.org,t,approved,a,b,20"]
    out = told(report(tmp_path, "Attendee Details,,,", ATTENDEE, *rows))
    assert who(out.of("ATTENDED")) == ["Host Details"]


def test_the_fuller_name_is_kept(tmp_path: Path) -> None:
    """“Dana W (Dana Whitlock)”: the name behind the shown one is kept where the shown one was cut short."""
    row = "Yes,Dana W (Dana Whitlock),dana@example.org,x,y,60,No"
    assert who(told(report(tmp_path, "Host Details,", HOST, row)).of("ATTENDED")) == ["Dana Whitlock"]
