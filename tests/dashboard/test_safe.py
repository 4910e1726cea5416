"""Names are hostile; what they write must be shown as written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.dashboard.safe import clean, plain, short

ESCAPED = re.compile(r"\\(.)")
SPECIAL = set("\\`*_{}[]()<>#+-.!|~$:&@=/^\"'")


def unescaped(text: str) -> str:
    """What a Markdown reader shows of escaped text, the invisible joiners taken out."""
    return ESCAPED.sub(r"\1", text).replace("\u2060", "")


@given(st.text())
def test_plain_shows_every_letter(text: str) -> None:
    """Escaping loses nothing: the reader sees the cleaned text, letter by letter."""
    assert unescaped(plain(text)) == clean(text).replace("\u2060", "")


@given(st.text(alphabet="<>[]()!*_`$:#|~\\/.@-=&^\"'ab\n "))
def test_plain_leaves_no_live_character(text: str) -> None:
    """No character by which Markdown, a directive, math or HTML begins stands unescaped."""
    rest = re.sub(r"\\.", "", plain(text))
    assert not SPECIAL & set(rest)


@pytest.mark.parametrize(
    "text", ["https://evil.test", "HTTP://evil.test", "www.evil.test", "a@evil.test", ":smile:", "->", "<-"]
)
def test_what_is_looked_for_after_escapes_is_broken(text: str) -> None:
    """Addresses, emoji names and arrows are found in finished text: an invisible joiner stands in their middle."""
    shown = ESCAPED.sub(r"\1", plain(text))
    assert "\u2060" in shown
    assert text not in shown


def test_clean_takes_out_what_hides_or_turns_text() -> None:
    """Line breaks become blanks; control and direction marks go, so that a name cannot rewrite its neighbours."""
    assert clean("Ana\u202egnp.exe\r\nReyes\x00\u200b") == "Anagnp.exe Reyes"


def test_short_says_that_something_is_missing() -> None:
    """A cut text ends in an ellipsis and is no longer than asked."""
    assert short("Service Workers United", 10) == "Service W…"
    assert short("Ana", 10) == "Ana"
