"""Names are read by libraries plus the civic titles, and compared with three answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.identity.addresses import email_key, phone_key
from lpgraph.identity.parse import Verdict, compare_names, parse_name


@pytest.mark.parametrize(
    ("written", "given_name", "family"),
    [
        ("CM Ana Ortiz", "ana", "ortiz"),
        ("Council Member Ana M. Ortiz", "ana", "ortiz"),
        ("ORTIZ, Ana", "ana", "ortiz"),
        ("Ana Ortiz (she/her)", "ana", "ortiz"),
        ("Ana Ortiz - Denver Tenants Union", "ana", "ortiz"),
        ("Hon. Bob O'Neil Jr.", "bob", "oneil"),
        ("Ana de la Cruz", "ana", "de la cruz"),
    ],
)
def test_titles_and_orders(written: str, given_name: str, family: str) -> None:
    """Civic titles, asides and "Last, First" leave the same given name and surname."""
    name = parse_name(written)
    assert (name.given[0], " ".join(name.family)) == (given_name, family)


def test_structured_parts_win() -> None:
    """Given and family columns are believed before the display name."""
    assert parse_name("Somebody Else", "Mary Ann", "Smith Jr") == parse_name("", "Mary Ann", "Smith Jr")
    assert parse_name("", "Mary Ann", "Smith Jr").generation == 2


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Bob Stone", "Robert Stone", Verdict.SAME),
        ("Chuy García", "Jesus Garcia", Verdict.SAME),
        ("José Núñez", "Jose Nunez", Verdict.SAME),
        ('Robert "Bo" Stone', "Bo Stone", Verdict.SAME),
        ("Bill Stone", "Robert Stone", Verdict.DIFFERENT),
        ("Ana Reyes", "Anna Reyes", Verdict.DIFFERENT),
        ("A. Reyes", "Ana Reyes", Verdict.UNSURE),
        ("A. Reyes", "A. Reyes", Verdict.UNSURE),
        ("B. Reyes", "Ana Reyes", Verdict.DIFFERENT),
        ("Ana", "Ana Reyes", Verdict.UNSURE),
        ("Ana Reyes Jr", "Ana Reyes", Verdict.SAME),
        ("Ana Reyes Jr", "Ana Reyes III", Verdict.DIFFERENT),
    ],
)
def test_three_answers(a: str, b: str, verdict: Verdict) -> None:
    """The table of what joins, what is open and what contradicts."""
    assert compare_names(parse_name(a), parse_name(b)) is verdict


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_is_symmetric_on_any_text(a: str, b: str) -> None:
    """No text breaks the parser, and the answer does not depend on who is asked first."""
    x, y = parse_name(a), parse_name(b)
    assert compare_names(x, y) is compare_names(y, x)


def test_addresses_that_are_nobodys() -> None:
    """Role words with fillers and numbers are roles; a person's name with one is not."""
    assert not any(
        map(email_key, ("Info@x.org", "mayors.office@x.gov", "ward3@x.gov", "cd12@x.gov", "n/a", "a b@x.org"))
    )
    assert email_key(" Ana.Clerkson@X.org ") == "ana.clerkson@x.org"
    assert email_key("councilmember.ortiz@x.gov") == "councilmember.ortiz@x.gov"
    assert phone_key("(303) 555-0101 ext. 22") == "3035550101"
    assert not any(map(phone_key, ("555-0101", "000-000-0000", "")))
