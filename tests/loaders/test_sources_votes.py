"""Votes, bills and seats as city councils publish them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import cdp_static, council_votes, dc_elections
from loaders.dc_legislation import introducers
from tests.loaders.drafts import Read, read

HEADER = "event_id,event_date,event_item_id,title,matter_file,matter_status,matter_id,passed,agenda_link,Ada Quill\n"


def _items(folder: Path, rows: str, name: str = "votes.csv") -> Read:
    path = folder / name
    path.write_text(HEADER + rows, encoding="utf-8")
    return read(council_votes.ITEMS, path)


@pytest.mark.parametrize(
    ("cell", "said"),
    [("YES", "yes"), ("nay", "no"), ("ABST", "abstain"), ("N/A", ""), ("AWVT", ""), ("Absent", ""), ("", "")],
)
def test_only_a_vote_is_a_vote(tmp_path: Path, cell: str, said: str) -> None:
    """Yes, no and abstain are votes in whatever spelling; being absent, excused or not asked is none."""
    out = _items(tmp_path, f"1,2026-02-03,9,Bill,26-1,Approved,7,1,,{cell}\n", "Boulder-CO-2026.csv")
    assert [f.props.get("vote") for f in out.of("VOTED")] == ([said] if said else [])


def test_the_city_comes_from_any_agenda(tmp_path: Path) -> None:
    """One row's agenda names the Legistar of the whole file, so a renamed file says the same; without it, refused."""
    link = "https://denver.legistar.com/x.pdf"
    rows = "1,2026-02-03,9,Bill,26-1,Approved,7,1,,YES\n" + f"2,2026-02-10,10,Other,26-2,Approved,8,1,{link},NO\n"
    out = _items(tmp_path, rows)
    assert {f.b.ident[0] for f in out.of("IN_AREA")} == {"ocd-division/country:us/state:co/county:denver"}
    lost = _items(tmp_path, "1,2026-02-03,9,Bill,26-1,Approved,7,1,,YES\n")
    assert not lost.facts
    assert "City-ST" in lost.refused[0][1]


def test_a_matter_stands_where_its_last_item_left_it(tmp_path: Path) -> None:
    """Deferred and later approved: one measure, approved, whichever row comes first; both votes are kept."""
    first, last = "1,2026-02-03,9,Bill,26-1,Deferred,7,,,NO\n", "2,2026-03-03,12,Bill,26-1,Approved,7,1,,YES\n"
    for rows in (first + last, last + first):
        out = _items(tmp_path, rows, "Boulder-CO.csv")
        stages = {d.props["stage"] for d in out.mentions if d.label == "Measure" and d.props.get("stage")}
        assert stages == {"approved"}
        assert {f.props["vote"] for f in out.of("VOTED")} == {"yes", "no"}


def test_introducers_are_taken_apart() -> None:
    """Titles go, names stay apart, and a request is no introducer."""
    assert introducers("Councilmembers Quill, O'Dell and R. Stone") == (["Quill", "O'Dell", "R. Stone"], "")
    assert introducers("Chairman Ada Quill at the request of the Mayor") == (["Ada Quill"], "the Mayor")
    assert introducers("NONE") == ([], "")


def test_a_seat_ends_with_its_next_election_or_when_it_was_left(tmp_path: Path) -> None:
    """A ward's term is cut by the next election and by a resignation; an at-large colleague's is not."""
    path = tmp_path / "officials.csv"
    path.write_text(
        "election_date,office,name,party,final_reason\n"
        "2018-11-06,Ward 1 Member of the Council of the District of Columbia,Ada Quill,D,\n"
        "2020-06-16,Ward 1 Member of the Council of the District of Columbia,Bo Stone,D,Resigned 2021-02-03\n"
        "2018-11-06,At-Large Member of the Council of the District of Columbia,Cy Vane,D,\n"
        "2020-11-03,At-Large Member of the Council of the District of Columbia,Di Wren,D,\n",
        encoding="utf-8",
    )
    held = read(dc_elections.OFFICIALS, path).of("HOLDS")
    terms = {str(f.a.props["name"]): (f.props["startDate"], f.props["endDate"]) for f in held}
    assert terms == {
        "Ada Quill": ("2019-01-02", "2020-06-16"),
        "Bo Stone": ("2020-06-16", "2021-02-03"),
        "Cy Vane": ("2019-01-02", "2023-01-02"),
        "Di Wren": ("2021-01-02", "2025-01-02"),
    }


def test_a_council_file_without_a_known_city_is_refused(tmp_path: Path) -> None:
    """Only the file's name says which council it is; where it says nothing, nobody is put anywhere."""
    path = tmp_path / "council-static.json"
    path.write_text('{"seats": {}, "primary_bodies": {}, "persons": {"Ada Quill": {"name": "Ada Quill"}}}', "utf-8")
    out = read(cdp_static.SOURCE, path)
    assert not out.facts
    assert "city-st-static.json" in out.refused[0][1]
