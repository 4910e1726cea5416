"""Characters that nobody sees, or that make a word look like another: said of the row, kept, and no second person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.base import Row
from loaders.entities import emails, ident, name, phones
from loaders.people_sheet import SOURCE
from loaders.readers import open_file
from loaders.readers.odd import odd
from lpgraph.identity.parse import compare_names, parse_name
from lpgraph.ids import fold
from tests.loaders.drafts import read, rows

SAID = (
    ("Da\u200bna Whitlock", "invisible characters (U+200B)"),
    ("Da\u00adna Whitlock", "invisible characters (U+00AD)"),
    ("Dana\u2060 Whitlock", "invisible characters (U+2060)"),
    ("\ufeffDana Whitlock", "invisible characters (U+FEFF)"),
    ("Da\u200dna Whitlock", "invisible characters (U+200D)"),
    ("Da\u200cna Whitlock", "invisible characters (U+200C)"),
    ("Dana\u200e Whitlock", "invisible characters (U+200E)"),
    ("Dana \U000e0068\U000e0069Whitlock", "invisible characters (U+E0068, U+E0069)"),
    ("Dana \u3164", "invisible characters (U+3164)"),
    ("\u202eDana Whitlock", "turn the direction of writing (U+202E)"),
    ("\u2066Dana\u2069 Whitlock", "turn the direction of writing (U+2066, U+2069)"),
    ("D\u0430na Whitlock", "two alphabets (“D\u0430na”)"),  # Cyrillic a
    ("Dan\u03b1 Whitlock", "two alphabets (“Dan\u03b1”)"),  # Greek alpha
    ("Dana \u0421\u043e\u0440\u0435", "two alphabets (“\u0421\u043e\u0440\u0435”)"),  # looks like Cope
    ("Dana \x85Whitlock", "a control character"),
    ("Dana \ue000", "no alphabet has (U+E000)"),
)
UNSAID = (
    "Dana Whitlock", "Zoë Guruló-Müller", "Łukasz Þórsson", "Даша Петрова", "Ελένη Παπαδοπούλου", "山田 太郎", "김철수",
    "می\u200cخواهم", "क्\u200dष", "ക്\u200cഷ", "\U0001f469\u200d\U0001f469\u200d\U0001f467 Vale",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f Vale", "דנה\u200f כהן", "a\tb\nc",
    "葛\U000e0100城", "Dana Петрова", "https://ru.example.org/wiki/Кросс", "Росс (Ross)",
)  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_nobody_sees_is_said(tmp_path: Path, text: str, said: str) -> None:
    """In a table and in JSON the row is flagged with the reason, and what was written is kept."""
    table, nested = tmp_path / "people.csv", tmp_path / "people.json"
    table.write_text(f"id,first name,last name,email\n7,{text},Vale,a@example.org\n", encoding="utf-8")
    record = {"id": "7", "first name": text, "last name": "Vale", "email": "a@example.org"}
    nested.write_text(json.dumps([record]), encoding="utf-8")
    for path in (table, nested):
        flags = [flag.reason for row in open_file(path).rows() for flag in row.flags]
        assert len(flags) == 1
        assert said in flags[0]
        assert flags[0].startswith("first name ")
        assert read(SOURCE, path).mentions[0].props["givenName"] == text.strip()


@pytest.mark.parametrize("text", UNSAID)
def test_what_a_script_needs_is_not_said(text: str) -> None:
    """Joiners of Persian, Indic and emoji text, marks in Hebrew, flags, words of one alphabet each: nothing odd."""
    assert odd("name", text) == []


@pytest.mark.parametrize(
    "text", ["Da\u200bna Whitlock", "\u202eDana Whitlock\u202c", "Da\u00adna Whit\u2060lock\ufe0f"]
)
def test_nobody_becomes_a_second_person_by_what_nobody_sees(text: str) -> None:
    """Keys, given and family names and the comparison of names see the name without it."""
    plain = "Dana Whitlock"
    assert fold(text) == fold(plain)
    assert ident(text) == ident(plain)
    assert (name(text).given, name(text).family) == ("Dana", "Whitlock")
    assert compare_names(parse_name(text), parse_name(plain)) is compare_names(parse_name(plain), parse_name(plain))


def test_contacts_and_ids_are_read_without_it() -> None:
    """An address, a number and an id with something invisible inside are the same as without."""
    out = rows(SOURCE, {"id": "7\u200b", "first name": "Ana", "last name": "Vale", "email": "a\u200b@example.org"})
    assert out.mentions[0].emails == ("a@example.org",)
    assert out.mentions[0].ident[-1] == "7"
    blank = Row(
        {"email": "\u202aana@example.org\u202c", "phone": "\u202a+1 303 555 0142\u202c", "x": "\u200b"}, "f", 1, 2
    )
    assert emails(blank, blank.maybe("email")) == ("ana@example.org",)
    assert phones(blank, blank.maybe("phone")) == ("+13035550142",)
    assert blank.maybe("x") == ""
