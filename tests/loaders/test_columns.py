"""Column names as people type them: hyphens, colons, stars and capitals hide no column."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.base import Row
from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from tests.loaders.drafts import read


@pytest.mark.parametrize(
    "email", ["E-Mail", "e mail", "EMAIL ADDRESS", "E-mail address:", "e_mail", "Email*", "E–Mail"]
)
def test_a_template_is_known_and_read_whatever_its_punctuation(tmp_path: Path, email: str) -> None:
    """The people template with columns typed by hand: recognised, and every column used."""
    path = tmp_path / "people.csv"
    path.write_text(f"Person-ID, Name ,{email},Do-Not-Introduce:\np-1,Ana Vale,ana@example.org,\n", encoding="utf-8")
    source = recognise(open_file(path), SOURCES)
    assert source.name == "lpgraph-people"
    out = read(source, path)
    assert out.mentions[0].emails == ("ana@example.org",)
    assert out.mentions[0].ident == ("p-1",)
    assert out.untaken == set()


@pytest.mark.parametrize("email", ["E Mail", "E-MAIL", "Email Address", "e-mail address:"])
def test_a_plain_sheet_is_read_whatever_its_punctuation(tmp_path: Path, email: str) -> None:
    """The same in a plain sheet of people."""
    path = tmp_path / "list.csv"
    path.write_text(
        f"ID:,First-Name,Last.Name *,{email},city,phone\n7,Ana,Vale,ana@example.org,Denver,\n", encoding="utf-8"
    )
    source = recognise(open_file(path), SOURCES)
    assert source.name == "people-sheet"
    assert read(source, path).mentions[0].emails == ("ana@example.org",)


def test_a_name_that_is_there_wins_over_one_that_is_like_it() -> None:
    """“Email” is never read from “E-Mail” while the sheet has “Email” too; the other is left over and said."""
    row = Row({"E-Mail": "old@example.org", "email": "ana@example.org", "Order #": "9"}, "f.csv", 1, 2)
    assert row.maybe("Email") == "ana@example.org"
    assert row.maybe("Order") == ""
    assert row.untaken() == {"E-Mail", "Order #"}


def test_a_zero_byte_is_reported_where_it_is(tmp_path: Path) -> None:
    """The line of the first one, not the first line."""
    path = tmp_path / "people.csv"
    path.write_bytes(b"id,first name,last name\n1,An\0a,Vale\n")
    with pytest.raises(FileRefused) as why:
        open_file(path)
    assert why.value.line == 2
