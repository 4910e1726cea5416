"""Sheets with one column a meeting, and columns that are called several things: proposed, or said with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.mapping import Mapping, from_toml, propose, source_of, to_toml
from loaders.readers import open_file
from tests.loaders.drafts import Read, read


def sheet(folder: Path, text: str) -> tuple[Mapping, Path]:
    """The proposal of a sheet that is called nothing."""
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return propose(open_file(path)), path


def came(out: Read, type_: str = "ATTENDED") -> list[tuple[str, str, str]]:
    """Who came to what, and when."""
    return [(str(f.a.props["name"]), str(f.b.props["name"]), str(f.b.props["startAt"])) for f in out.of(type_)]


def test_a_column_a_meeting_is_an_attendance_a_mark(tmp_path: Path) -> None:
    """Each mark is somebody at the event of its column's day; the mapping says so, and is read back as it was."""
    text = "Name,Email,1/15/2026,2/12/2026,3/19/2026\nAna Vale,ana@example.org,x,,\nBo Cole,bo@example.org,X,yes,\n"
    mapping, path = sheet(tmp_path, text)
    assert mapping.event.days == ("1/15/2026", "2/12/2026", "3/19/2026")
    assert any("came to the meeting of its column" in line for line in mapping.describe())
    assert not any(line.startswith("not used") for line in mapping.describe())
    assert from_toml(to_toml(mapping), "m.toml") == mapping
    out = read(source_of(mapping), path)
    assert came(out) == [
        ("Ana Vale", "Meeting", "2026-01-15"),
        ("Bo Cole", "Meeting", "2026-01-15"),
        ("Bo Cole", "Meeting", "2026-02-12"),
    ]
    assert len({f.b.ref for f in out.of("ATTENDED")}) == 2
    assert out.flags == []
    named = read(source_of(mapping), path, event="Organizing call")
    assert {event for _, event, _ in came(named)} == {"Organizing call"}


def test_absent_registered_and_titles_in_the_header(tmp_path: Path) -> None:
    """A column's own title is the event's; absent is neither, a promise registers; absences alone are a meeting too."""
    text = "Name,Board call 2026-01-15,Jan 29 2026\nAna Vale,P,A\nBo Cole,RSVP,E\n"
    mapping, path = sheet(tmp_path, text)
    assert mapping.event.days == ("Board call 2026-01-15", "Jan 29 2026")
    out = read(source_of(mapping), path)
    assert came(out) == [("Ana Vale", "Board call", "2026-01-15")]
    assert came(out, "REGISTERED_FOR") == [("Bo Cole", "Board call", "2026-01-15")]


def test_days_whose_order_nothing_tells_are_asked_about(tmp_path: Path) -> None:
    """1/2 and 2/3: said before it is loaded; written, they are read."""
    mapping, path = sheet(tmp_path, "Name,1/2/2026,2/3/2026\nAna Vale,x,\nBo Cole,,x\n")
    assert any("may be month/day or day/month" in doubt for doubt in mapping.doubts)
    out = read(source_of(mapping), path)
    assert out.of("ATTENDED") == []
    assert len(out.flags) == 4
    told = from_toml(to_toml(mapping).replace('order = ""', 'order = "dmy"'), "m.toml")
    assert [day for _, _, day in came(read(source_of(told), path))] == ["2026-02-01", "2026-03-02"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Name,1/15,2/12\nAna Vale,x,\nBo Cole,,x\n", "say no year"),
        ("Name,Jan 15,Feb 12\nAna Vale,x,\nBo Cole,,x\n", "say no year"),
        ("Name,1/15/2026,2/12/2026\nAna Vale,2.5,\nBo Cole,,11\n", "no mark that is known"),
    ],
)
def test_meetings_that_cannot_be_read_are_said(tmp_path: Path, text: str, said: str) -> None:
    """The proposal says that the columns look like meetings, why they are not read, and what to do."""
    mapping, path = sheet(tmp_path, text)
    assert any("look like meetings" in doubt and said in doubt for doubt in mapping.doubts)
    assert read(source_of(mapping), path).of("ATTENDED") == []


@pytest.mark.parametrize(
    ("column", "kinds"),
    [("Union / Org / City", "organization, city"), ("Name/Email", "name, email"), ("Phone or Email", "phone, email")],
)
def test_a_column_of_several_things_is_said(tmp_path: Path, column: str, kinds: str) -> None:
    """What it mixes, how it is read, and what to do."""
    mapping, _ = sheet(
        tmp_path, f"Full Name,{column},Mail\nAna Vale,Denver,ana@example.org\nBo Cole,SEIU 7,b@example.org\n"
    )
    assert any(f"“{column}” mixes {kinds}" in doubt for doubt in mapping.doubts)


@pytest.mark.parametrize("column", ["Organization / Union", "City/State", "Phone/Cell", "City, State, Zip", "Title"])
def test_a_column_of_one_thing_is_not(tmp_path: Path, column: str) -> None:
    """Two names of one thing, and a place in one cell, are no mixture."""
    mapping, _ = sheet(tmp_path, f'Full Name,"{column}"\nAna Vale,Denver\nBo Cole,SEIU 7\n')
    assert not any("mixes" in doubt for doubt in mapping.doubts)
