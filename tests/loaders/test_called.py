"""What somebody is called: in reading order, by the fuller name, without letters behind the family name."""

from __future__ import annotations

import pytest

from loaders.entities import ident, name
from loaders.zoom_participants import split

TURNED = {
    "Whitlock, Dana": "Dana Whitlock",
    "Whitlock,Dana": "Dana Whitlock",
    "WHITLOCK, DANA": "DANA WHITLOCK",
    "Whitlock, Dana R.": "Dana R. Whitlock",
    "Smith, J.": "J. Smith",
    "De La Cruz, Maria Jose": "Maria Jose De La Cruz",
    "van der Berg, Noor": "Noor van der Berg",
    "O'Neil, Ana": "Ana O'Neil",
    "Bailey, James, Jr.": "James Bailey Jr.",
    "Bailey Jr., James": "James Bailey Jr.",
    "Whitlock, Dana (she/her)": "Dana Whitlock (she/her)",
    "Dana W (Dana Whitlock)": "Dana Whitlock",
    "Dana W. (Dana Whitlock, she/her)": "Dana Whitlock",
}
KEPT = (
    "Dana Whitlock, MPA", "Dana Whitlock, Jr.", "Ferrer, MPA", "Councilmember, Dana Whitlock",
    "Dana Whitlock, Treasurer",
    "Minister for Ferries, Ana Vega", "Ann Miller, Bob Cole", "Whitlock, Jr.", "Robert Cole (Bob)", "Vega, Mayor",
    "Bo (Ana Vale)", "Ana Vale",
)  # fmt: skip


@pytest.mark.parametrize(("written", "shown"), TURNED.items())
def test_a_name_is_shown_in_reading_order(written: str, shown: str) -> None:
    """Family name first, or cut before the whole one in brackets: shown as people say it, and the same person."""
    assert name(written).text == shown
    assert ident(name(written).text) == ident(name(shown).text)
    assert name(written).family == name(shown).family


@pytest.mark.parametrize("written", KEPT)
def test_what_is_no_family_name_first_is_not_turned(written: str) -> None:
    """Letters, generations, offices and two people behind a comma, another name in brackets: as it was written."""
    assert name(written).text == written


@pytest.mark.parametrize(
    ("family", "own", "suffix", "text"),
    [
        ("Ferrer, MPA", "Ferrer", "MPA", "Ana Ferrer"),
        ("Ferrer, Ph.D., MBA", "Ferrer", "Ph.D., MBA", "Ana Ferrer"),
        ("Ferrer MPH", "Ferrer", "MPH", "Ana Ferrer"),
        ("Ferrer (She/Her)", "Ferrer", "", "Ana Ferrer"),
        ("Ferrer, Jr.", "Ferrer", "Jr.", "Ana Ferrer Jr."),
        ("De La Cruz", "De La Cruz", "", "Ana De La Cruz"),
        ("Do", "Do", "", "Ana Do"),
    ],
)
def test_letters_behind_a_family_name_are_no_part_of_it(family: str, own: str, suffix: str, text: str) -> None:
    """LinkedIn and sign-up forms have them in the column of last names."""
    read = name("", "Ana", family)
    assert (read.family, read.suffix, read.text) == (own, suffix, text)


@pytest.mark.parametrize(
    ("written", "shown", "pronouns"),
    [
        ("Dana W (Dana Whitlock)", "Dana Whitlock", ""),
        ("D W (Dana Whitlock)", "Dana Whitlock", ""),
        ("DW (Dana Whitlock)", "Dana Whitlock", ""),
        ("dana (Dana Whitlock)", "Dana Whitlock", ""),
        ("danaw (Dana Whitlock)", "Dana Whitlock", ""),
        ("Dana W. (Dana Whitlock, she/her)", "Dana Whitlock", "she/her"),
        ("Dana Whitlock (Dana W)", "Dana Whitlock", ""),
        ("Bo (Dana Whitlock)", "Bo", ""),
        ("Dana W (iPhone)", "Dana W", ""),
    ],
)
def test_zooms_fuller_name_is_the_name(written: str, shown: str, pronouns: str) -> None:
    """What somebody typed in a meeting yields to the name that Zoom knows them by, where it is the same one in full."""
    assert split(written) == (shown, pronouns, False)
