"""The plain sheet of people: when a header is one, and who is who in it."""

from __future__ import annotations

import pytest

from loaders.people_sheet import SOURCE, is_people
from loaders.readers import Content, open_content
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from tests.loaders.drafts import Read, read

HEAD = "id,first_name,last_name,email,organization,role,joined\n"


def sheet(tmp_path: object, text: str) -> Read:
    """These rows below the usual header, read as they are in life (looked at across rows)."""
    path = tmp_path / "people.csv"  # type: ignore[operator]
    path.write_text(HEAD + text, encoding="utf-8")
    return read(SOURCE, path)


@pytest.mark.parametrize(
    ("header", "yes"),
    [
        ("id,first name,last name", True),
        ("email,first,surname,city,state", True),
        ("id,first name,last name,shoe size", True),
        ("id,first name,last name,email,phone,city,state,zip,shoe size,hat size,pet,hobby,tag", True),
        ("id,first name,last name,shoe size,hat size,pet", False),
        ("first name,last name,city", False),  # nothing tells two rows apart
        ("id,name,email", False),
        ("id,first name,last name,email,event", False),  # who came to what is more than who there is
        ("id,first name,last name,email,ticket type", False),
        ("id,state,kind,name,given name,family name,other name", False),  # mostly something else
    ],
)
def test_only_a_plain_sheet_of_people_is_one(header: str, yes: bool) -> None:
    """An id or an e-mail, first and last name, and hardly anything else."""
    assert is_people(frozenset(header.split(","))) is yes


def test_a_publishers_format_goes_first() -> None:
    """A file that a publisher's source knows is never taken, and one that nearly is keeps its refusal."""
    known = open_content(Content("a.csv", b"email,first_name,last_name,can2_phone\na@example.org,A,B,\n"))
    assert recognise(known, SOURCES).name == "action-network-people"
    nearly = open_content(Content("b.csv", b"First Name,Last Name,Email Address,URL,Company,Position\nA,B,,,,\n"))
    with pytest.raises(FileRefused, match="linkedin"):
        recognise(nearly, SOURCES)


def test_an_id_counts_with_a_name_or_an_email(tmp_path: object) -> None:
    """The same id is the same person where name or e-mail agree, and is never joined to another's mention elsewhere."""
    first = sheet(tmp_path, "1,Ana,Example,ana@example.org,,,\n").mentions[0]
    married = sheet(tmp_path, "1,Ana,Married,ana@example.org,,,\n").mentions[0]
    other = sheet(tmp_path, "1,Bo,Other,bo@example.org,,,\n").mentions[0]
    assert set(first.ids) & set(married.ids)
    assert not set(first.ids) & set(other.ids)
    assert first.ref != other.ref


def test_the_same_key_for_somebody_else_is_refused(tmp_path: object) -> None:
    """A second row under a key is the same person (flagged where it differs) or it is refused, with the first row."""
    out = sheet(
        tmp_path,
        "1,Ana,Example,ana@example.org,,,\n1,Ana,Example,ana@example.org,Tenants Example,,\n"
        "1,Ana,Example,new@example.org,,,\n1,Bo,Other,bo@example.org,,,\n"
        ",Cy,House,house@example.org,,,\n,Di,House,house@example.org,,,\n",
    )
    assert [row for row, _ in out.refused] == [4, 6]
    assert "row 1" in out.refused[0][1]
    assert [row for row, _ in out.flags] == [3]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2024-02-29", "2024-02-29"), ("12/25/2023", "2023-12-25"), ("2024-12-31T23:59:59Z", "2024-12-31T23:59:59Z"),
        ("45678", ""), ("1/2/24", ""), ("25/12/2024", ""), ("2023-02-29", ""), ("tomorrow", ""),
    ],
)  # fmt: skip
def test_a_date_is_read_in_two_forms_only(tmp_path: object, written: str, kept: str) -> None:
    """Year first or the American way; what could mean two things, or nothing, is flagged and left out."""
    out = sheet(tmp_path, f"1,Ana,Example,,,,{written}\n")
    assert out.mentions[0].props.get("joined", "") == kept
    assert bool(out.flags) is not bool(kept)


def test_plain_union_membership_is_no_tie(tmp_path: object) -> None:
    """Officers and staff of a union are stored; who is a plain member is not."""
    out = sheet(tmp_path, "1,A,B,,SEIU Local 1021,member,\n2,C,D,,SEIU Local 1021,President,\n")
    assert [fact.a.ident[-1] for fact in out.of("MEMBER_OF")] == ["2"]
