"""Several tables in one sheet: read as parts where each has a title, refused where people of one would be lost."""

from __future__ import annotations

import pytest

from loaders.readers import Content, open_content
from lpgraph.errors import FileRefused


def test_tables_with_a_title_each_are_read_as_parts() -> None:
    """Speakers above participants, each with a header of its own: nobody is taken for a title of the other table."""
    text = (
        "Forum 2026-03-12\n\nSpeakers\nName,Email\nAda Vance,a@x.example.org\n\n2. Participants:\nName,City,Email\n"
        "Bo Reed,Denver,b@x.example.org\n"
    )
    sheet = open_content(Content("forum.csv", text.encode()))
    rows = [(row.maybe("Section"), row.maybe("Name"), row.maybe("City"), row.maybe("Email")) for row in sheet.rows()]
    assert rows == [
        ("Speakers", "Ada Vance", "", "a@x.example.org"), ("2. Participants", "Bo Reed", "Denver", "b@x.example.org"),
    ]  # fmt: skip


def test_people_above_another_header_are_never_lost() -> None:
    """Two tables of people without titles are refused, naming both headers."""
    text = (
        "Name,Email\nAda,a@x.example.org\n\nName,Email,City,Phone\nBo,b@x.example.org,Denver,303\nCy,c@x.org,Aurora,1\n"
    )
    with pytest.raises(FileRefused, match="lines 1 and 4"):
        open_content(Content("forum.csv", text.encode()))


def test_a_meetings_details_above_its_table_stay_details() -> None:
    """A label and its value above the header are no table of people."""
    text = (
        "Name,Email of host\nForum,h@x.example.org\n\nName (Original Name),User Email,Join Time\nBo,b@x.example.org,1\n"
    )
    sheet = open_content(Content("forum.csv", text.encode()))
    assert sheet.preamble["Name"] == "Forum"
    assert sheet.count == 1
