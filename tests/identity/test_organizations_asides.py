"""What stands in brackets: initials say nothing more, anything else may be another organization or another part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.identity.organizations import OrganizationCard, score_organizations
from lpgraph.identity.organizations_asides import aside_words
from lpgraph.settings import MATCH_AUTO

ALLIANCE = "Zephyrvale Housing Alliance"
PARTS = (
    "PAC", "Action Fund", "Action", "Foundation", "Fund", "c3", "C4", "(c)(3)", "501(c)(4)", "501c3", "Votes",
    "Political Action Committee", "Voter Fund", "Trust", "Auxiliary", "Federal PAC", "Education Fund", "Retirees",
)  # fmt: skip


def chance(one: str, other: str, **said: str) -> float:
    """How likely two records of these names, with the same columns beside them, are one organization."""
    cards = [OrganizationCard("a", one, **said), OrganizationCard("b", other, **said)]
    return max((pair.p for pair in score_organizations(cards)), default=0.0)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [ALLIANCE, "Sierra Club", "UFCW Local 1437", "Renters League of Lowell", "AFSCME Council 13", "ZHA"]
    ),
    st.sampled_from(PARTS),
    st.sampled_from(["{} ({})", "{} [{}]", "{} {}", "{} - {}", "{}, {}", "{}/{}", "{}: {}", "{} {}, Inc."]),
    st.sampled_from([str, str.upper, str.lower]),
    st.booleans(),
)
def test_another_part_of_a_house_is_never_joined(
    name: str, part: str, form: str, case: type[str], placed: bool
) -> None:
    """A charity and its action fund, a union and its PAC are two, however it is written and in one town too."""
    said = {"city": "Lowell", "state": "MA"} if placed else {}

    assert chance(case(name), case(form.format(name, part)), **said) < MATCH_AUTO


@pytest.mark.parametrize("aside", ["Lowell", "Eastside", "LYNNWOOD", "Renters Branch", "UK", "Zephyr Movers"])
def test_more_in_brackets_is_asked(aside: str) -> None:
    """A place, a branch, another name in brackets that only one record has: a question; two of them as well."""
    assert 0.5 <= chance(ALLIANCE, f"{ALLIANCE} ({aside})") < MATCH_AUTO
    assert chance(f"{ALLIANCE} (Buffalo)", f"{ALLIANCE} ({aside})") < MATCH_AUTO
    assert chance(f"UFCW Local 1437 ({aside})", "UFCW Local 1437 (Buffalo)") < MATCH_AUTO
    assert chance(f"{ALLIANCE} ({aside})", f"{ALLIANCE.upper()} ({aside.upper()})") >= MATCH_AUTO


@pytest.mark.parametrize(
    "name",
    [
        "{} (ZHA)", "{} (Z.H.A., Inc.)", "{} - (ZHA)", "{} - ZHA", "ZHA - {}", "ZHA ({})", "{} (formerly Harbor Homes)",
        "{} (phone call)", "{} (3 times)", "{} (c/o Zephyr Strategies)", "{} (Zephyrvale)", "{} (ZHA/Lowell)",
    ],
)  # fmt: skip
def test_initials_and_remarks_say_nothing_more(name: str) -> None:
    """The name's own initials, its former name, a word of it and how a meeting was held make no other organization."""
    assert chance(name.format(ALLIANCE), ALLIANCE) >= MATCH_AUTO


@given(st.text(alphabet="ab ()[]./c3", max_size=40))
def test_any_brackets_are_read(name: str) -> None:
    """However brackets are nested or left open, a name is one with itself and says nothing in them that is outside."""
    assert aside_words(name) == aside_words(f" {name} ")
    assert chance(name, name) == chance(name, f" {name} ")


def test_ordinals_and_little_states() -> None:
    """1st and first are one ward, first and second are two; ", IN" at the end is a state."""
    assert chance("First Ward Renters", "1st Ward Renters") >= MATCH_AUTO
    assert chance("First Ward Renters", "2nd Ward Renters") == 0
    assert chance("Renters League of Zephyr, IN", "Renters League of Zephyr, MA") < 0.5
