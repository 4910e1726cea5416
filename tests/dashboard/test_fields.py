"""The fields of a profile: each with its source, set right with who and when, taken back; what is typed stays text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from lpgraph.dashboard import views_fields, words
from lpgraph.dashboard.keys import Key
from lpgraph.explore.fields import Correction, Field, Said
from lpgraph.explore.profile import Profile
from tests.dashboard.fake_fields import ROSTER, SIGNUPS
from tests.dashboard.fakes import IMAGE, PICTURE, VEGA, FakeBackend
from tests.dashboard.test_screens import opened, texts, unfilled

CITY, VALUE = f"{VEGA}:city", Key.FIELD_VALUE.of(f"{VEGA}:city")
HOSTILE = (IMAGE, PICTURE, "=cmd|'/c calc'!A0", "a\u202eb\u0007c\x1b[31m", "z" * 900, "**b** :red[x] $x$ `y`")


def told(at: AppTest) -> str:
    """What a reader sees of it: without escapes and the invisible joiners among them."""
    return texts(at).replace("\\", "").replace("\u2060", "")


def test_each_field_says_which_row_it_is_from_and_what_other_files_say() -> None:
    """The value, file and row, and the other value with its own row; nothing is unfilled."""
    at = opened("explore", FakeBackend())
    said = told(at)

    assert "City: Denver" in said
    assert "roster.csv row 7" in said
    assert "Other files say “![](http" in said
    assert unfilled(at) == []


def test_a_correction_shows_who_and_when_and_is_taken_back() -> None:
    """Saved, the new value stands with author and day and the files' own words below; taken back, it is as before."""
    backend = FakeBackend()
    at = opened("explore", backend)
    before = texts(at)
    at.button(Key.FIELD_CORRECT.of(CITY)).click().run()
    assert at.text_input(VALUE).value == "Denver"
    at.text_input(VALUE).set_value("Aurora")
    at.text_input(Key.FIELD_AUTHOR.of(CITY)).set_value("Sam Staff")
    at.button(Key.FIELD_SAVE.of(CITY)).click().run()
    said = told(at)

    assert list(backend.corrected.values()) == [(VEGA, "city", "Aurora", "Sam Staff")]
    assert "City: Aurora" in said
    assert "Corrected by Sam Staff, 22 Nov 2026, 14:05" in said
    assert "The files say “Denver” (roster.csv row 7)" in said
    at.button(Key.FIELD_TAKE_BACK.of("right0")).click().run()
    assert backend.corrected == {}
    assert texts(at) == before


def test_a_field_that_nobody_has_filled_can_be_added_and_left() -> None:
    """Chosen, it asks for the value; left, nothing is written; an empty value is refused in words."""
    backend = FakeBackend()
    at = opened("explore", backend)
    key = f"{VEGA}:title"
    at.selectbox(Key.FIELD_ADD.of(VEGA)).set_value("title").run()
    at.button(Key.FIELD_SAVE.of(key)).click().run()
    assert "say what is right" in texts(at)
    at.button(Key.FIELD_CANCEL.of(key)).click().run()
    assert not any(t.key == Key.FIELD_VALUE.of(key) for t in at.text_input)
    at.selectbox(Key.FIELD_ADD.of(VEGA)).set_value("title").run()
    at.text_input(Key.FIELD_VALUE.of(key)).set_value("Speaker")
    at.button(Key.FIELD_SAVE.of(key)).click().run()
    assert [one[:3] for one in backend.corrected.values()] == [(VEGA, "title", "Speaker")]
    assert "Title: Speaker" in texts(at)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_and_author_are_text(value: str) -> None:
    """Neither a picture, a link, a formula nor a direction mark reaches a place that reads Markdown unescaped."""
    backend = FakeBackend()
    backend.correct(VEGA, "city", value, author=value)
    at = opened("explore", backend)
    read = [m.value for m in (*at.markdown, *at.caption, *at.subheader)]

    assert not any(re.search(r"(?<!\\)(<img|!\[|\$x|:red\[|`y|\*\*b)", text) for text in read)
    assert not re.search("[\u202e\x07\x1b]", texts(at))
    assert "z" * 300 not in texts(at)


def test_two_corrections_of_one_field_are_both_told() -> None:
    """The newest counts and says so; the one before it stands below with its own way back."""
    made = tuple(Correction(v, who, "2026-11-22T14:05:00Z", v) for v, who in (("Aurora", "bea"), ("Boulder", "ann")))
    field = Field("city", "Aurora", (Said("Denver", (ROSTER, SIGNUPS)),), made)
    shown = views_fields.fields(_profile(field)).shown[0]

    assert [one.text for one in shown.corrections] == [
        "Corrected by bea, 22 Nov 2026, 14:05",
        "Before that “Boulder” by ann, 22 Nov 2026, 14:05",
    ]
    assert shown.source == ""
    assert shown.others == "The files say “Denver” (roster.csv row 7 and 1 more)"


def test_a_kind_is_chosen_from_its_own_list() -> None:
    """An organization's kind cannot be free text: what is shown and offered are the kinds in words."""
    field = Field("classification", "union", (Said("union", (ROSTER,)),), ())
    assert views_fields.fields(_profile(field)).shown[0].value == "Union"
    assert set(views_fields.KINDS["classification"].values()) >= {"Union", "Community organization"}
    assert all(name in words.FIELDS for name in views_fields.KINDS)


def _profile(field: Field) -> Profile:
    backend = FakeBackend()
    return replace(backend.profile(VEGA), fields=(field,))
