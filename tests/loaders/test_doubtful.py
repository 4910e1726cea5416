"""Names that name nobody, or two people: refused or said in every source, and nobody real is taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.base import Context, Row, Source
from loaders.doubtful import kind_of, looked_at
from loaders.mapping import Mapping, source_of
from loaders.mapping.model import OrganizationColumns, PersonColumns, name_for
from loaders.people_sheet import SOURCE as PEOPLE
from loaders.templates import TEMPLATES
from tests.loaders.drafts import Read, read, rows

TEMPLATE = TEMPLATES["people"].source
HEADER = ("Who", "Mail", "Org")
MAPPED = source_of(
    Mapping(
        name_for(HEADER), HEADER, PersonColumns(name="Who", email="Mail", key=("email+name", "name+row")),
        OrganizationColumns("Org", relation="member"),
    )
)  # fmt: skip
NOBODY = (
    "N/A", "n/a", "NA", "null", "None", "-",
    "—", "...", "???", "test", "Test User", "unknown", "TBD", "Guest", "iPhone",
    "Zoom user", "Galaxy S21", "Guest 3", "Anonymous", "Vacant", "+1 303-555-0142",
    "nan", "First Last", "iPhone 15 Pro",
)  # fmt: skip
TWO = (
    "Ann & Bob Miller", "Ann and Bob", "Ann Miller / Bob Cole", "Mr. and Mrs. Bob Cole", "Ann Miller; Bob Cole",
    "Ann + Bob Miller", "Ann/Bob Miller", "Ann Miller, Bob Cole, Cy Dee", "Rev. Ann Miller & Bob Cole",
)  # fmt: skip
SOMEBODY = (
    "Na Li", "Nan", "Na", "Christopher Null", "Judith Guest", "Ana Test",
    "Dana Whitlock (she/her)", "Dana Whitlock she/her",
    "Bo O'Neil", "Miller, Ann", "De La Cruz, Maria Jose", "Ana Vale, Jr.", "Orlando Anders",
    "Sandy Etienne", "José y Cajal",
    "Taro Yamada / 山田太郎", "Leader of the House and Lord Privy Seal, Ana Vega",
    "Ana-Bo Vale", "김철수", "Pixel Vale",
    "D. J. Unger", "Ana Vale 2nd",
)  # fmt: skip


def one(source: Source, name: str, mail: str = "", organization: str = "") -> Read:
    """A row with this name through the source."""
    if source is MAPPED:
        return rows(source, {"Who": name, "Mail": mail, "Org": organization})
    return rows(source, {"person_id": "", "name": name, "email": mail, "organization": organization, "title": "chair"})


@pytest.mark.parametrize("source", [TEMPLATE, MAPPED], ids=["template", "mapped"])
@pytest.mark.parametrize("name", NOBODY)
def test_a_name_that_is_none_makes_no_person(source: Source, name: str) -> None:
    """Nothing else known: the row is refused; an e-mail address: it is kept, called by that, and said."""
    bare = one(source, name)
    assert bare.mentions == []
    assert name in bare.refused[0][1]
    kept = one(source, name, "ana@example.org")
    assert [m.props["name"] for m in kept.mentions if m.label == "Person"] == ["ana@example.org"]
    assert "familyName" not in kept.mentions[0].props
    assert any(name in said for _, said in kept.flags)


@pytest.mark.parametrize("source", [TEMPLATE, MAPPED], ids=["template", "mapped"])
@pytest.mark.parametrize("name", TWO)
def test_two_people_in_one_cell_are_said(source: Source, name: str) -> None:
    """The row is kept and flagged, with what to do."""
    out = one(source, name)
    assert len(out.rows) == 1
    assert ["may name two people" in said for _, said in out.flags] == [True]


def test_two_lines_in_one_cell_are_said() -> None:
    """A name on each line of a cell is two people; a long name that was wrapped is one."""

    def flags(name: str) -> list[str]:
        row = Row({"Who": name, "Mail": "", "Org": ""}, "f.csv", 1, 2, f'"{name}",,')
        looked_at(row, list(MAPPED.read(row, Context("2026-01-01"))))
        return [flag.reason for flag in row.flags]

    assert "may name two people" in flags("Ann Miller\nBob Cole")[0]
    assert flags("Ann\nMiller") == []


@pytest.mark.parametrize("name", SOMEBODY)
def test_somebody_is_somebody(name: str) -> None:
    """Surnames that are such words, pronouns, generations, one name in two alphabets, offices with an “and”."""
    assert kind_of(name) == ""


def test_a_plain_sheet_keeps_its_words() -> None:
    """First and last name as the sheet has them: Christopher Null is no blank."""
    out = rows(PEOPLE, {"id": "1", "first name": "Christopher", "last name": "Null", "email": "c@example.org"})
    assert out.mentions[0].props["familyName"] == "Null"
    assert out.flags == []


@pytest.mark.parametrize("name", ["N/A", "none", "self-employed", "Retired", "Unknown", "null"])
def test_an_organization_that_is_none_ties_nobody(name: str) -> None:
    """No organization is made of it, the person is kept and the row is said; “Ash & Vale” is an organization."""
    out = one(MAPPED, "Ana Vale", "ana@example.org", name)
    assert [m.label for m in out.mentions] == ["Person"]
    assert out.facts == []
    assert any(name in said for _, said in out.flags)
    kept = one(MAPPED, "Ana Vale", "ana@example.org", "Ash & Vale")
    assert len(kept.of("MEMBER_OF")) == 1
    assert kept.flags == []


def test_a_list_of_organizations_has_no_none() -> None:
    """A row that is such an organization and nothing else is refused."""
    header = ("Group", "City")
    listed = source_of(Mapping(name_for(header), header, organization=OrganizationColumns("Group", relation="listed")))
    out = rows(listed, {"Group": "Unknown", "City": ""}, {"Group": "Ash & Vale", "City": ""})
    assert [number for number, _ in out.refused] == [1]
    assert [m.props["name"] for m in out.mentions] == ["Ash & Vale"]


def test_a_tie_to_nobody_is_left_out() -> None:
    """The person whom the row does know stays; nobody is made of the other end, and the row is said."""
    out = rows(TEMPLATES["ties"].source, {"person": "Ana Vale", "other": "Unknown", "type": "knows"})
    assert out.facts == []
    assert "Unknown" in out.flags[0][1]


def test_what_is_none_is_no_line_of_a_person() -> None:
    """A person's own line does not say N/A for an organization, except in a plain sheet, whose words are kept."""
    template = rows(TEMPLATE, {"name": "Ana Vale", "organization": "N/A", "email": "a@example.org", "title": "chair"})
    assert "organization" not in template.mentions[0].props
    plain = rows(PEOPLE, {"id": "1", "first name": "Ana", "last name": "Vale", "organization": "N/A"})
    assert plain.mentions[0].props["organization"] == "N/A"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-03-12", "2026-03-11", True),
        ("2026-03-12 18:00", "2026-03-12", False),
        ("2026-03", "2026-03-01", False),
        ("2026-03-12 22:00", "2026-03-12 01:00", False),
        ("2026", "2025-12", True),
        ("2026-03-12", "2026-03-14", False),
    ],
)
def test_what_ends_before_it_begins_is_said(start: str, end: str, said: bool) -> None:
    """Events and times in office: both dates are kept, and the row is flagged; a month contradicts no day."""
    event = rows(TEMPLATES["events"].source, {"event_id": "e-1", "title": "Forum", "start": start, "end": end})
    held: dict[str, object] = {"person": "Ana Vale", "role": "mayor", "body": "City of Vale"}
    post = rows(TEMPLATES["posts"].source, {**held, "start": start[:10], "end": end[:10]})
    for out in (event, post):
        assert any("before it begins" in flag for _, flag in out.flags) == said


def test_cells_that_a_spreadsheet_spoiled_are_said(tmp_path: Path) -> None:
    """An error in a cell, a ZIP code without its zero, a state that is none are said; a number with “.0” is read."""
    path = tmp_path / "people.csv"
    path.write_text(
        "id,first name,last name,E-Mail:,phone,city,state,zip\n"
        "#REF!,Ana,Vale,ana@example.org,3035550142.0,Boston,MA,2134\n2,Bo,Cole,bo@example.org,,Denver,XX,80202\n",
        encoding="utf-8",
    )
    out = read(PEOPLE, path)
    assert out.mentions[0].phones == ("+13035550142",)
    said = [(number, reason) for number, reason in out.flags]
    assert [number for number, _ in said] == [1, 1, 2]
    assert "an error of the spreadsheet" in said[0][1]
    assert "five digits" in said[1][1]
    assert "no such state" in said[2][1]
