"""Other names inside a name: the organization behind an office, a person, a former or trading name is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.identity.engine import Card, block_keys
from lpgraph.identity.organizations import MOST_KEYS, OrganizationCard, score_organizations
from lpgraph.identity.organizations_beside import LONGEST, beside
from lpgraph.model import Label
from lpgraph.settings import MATCH_AUTO

HARBOR = "Harbor Ferries League"
HELD = (
    "Chief Executive of {}", "CEO {}", "Chairman, {}", "Representatives from {}", "Members of the {}",
    "{} representatives",
    "Board of Directors of {}", "Roundtable with: {}", "Ana Reyes ({})", "{} - Steve Reyes", "Sir Aldo Zephyr, {}",
    "Reyes, Ana, {}", "Ana Reyes c/o {}", "Zephyr Lines dba {}", "Zephyr Lines (formerly {})", "Zephyr Lines, f/k/a {}",
)  # fmt: skip


def chance(one: str, other: str, **said: tuple[str, str]) -> float:
    """How likely two records are one, with two columns of each of the fields said."""
    first, second = ({field: pair[i] for field, pair in said.items()} for i in (0, 1))
    cards = [OrganizationCard("a", one, **first), OrganizationCard("b", other, **second)]
    return max((pair.p for pair in score_organizations(cards)), default=0.0)


@pytest.mark.parametrize("form", HELD)
def test_what_a_name_holds_is_asked(form: str) -> None:
    """A question, never a join, and found by a key of both; in another town it is none."""
    name = form.format(HARBOR)
    keys = [
        set(block_keys(Card(key, key, Label.ORGANIZATION, name=text))) for key, text in (("a", name), ("b", HARBOR))
    ]

    assert 0.5 <= chance(name, HARBOR) < MATCH_AUTO
    assert keys[0] & keys[1]
    assert max(map(len, keys)) <= MOST_KEYS
    assert chance(name, HARBOR, city=("Lowell", "Lynn"), state=("MA", "MA")) < 0.5


@pytest.mark.parametrize(
    "name",
    [
        "Harbor Ferries League, Lowell Chapter", "Harbor Ferries League (Lowell)", "Office of Appeals",
        "Board of Directors", "Ana Reyes (Managing Director)", "Teachers Union - Denver", "Friends of Harbor Ferries",
        "Director, City Council", "Ana Reyes, Steve Reyes",
    ],
)  # fmt: skip
def test_nothing_beside(name: str) -> None:
    """A chapter, a place, an office alone, a body of every town and a list of people hold no other name."""
    assert [one for one in beside(name) if one.why != "one writes it in one word"] == []


@pytest.mark.parametrize("number", [("7", "9"), ("7", "")])
def test_another_number_is_another(number: tuple[str, str]) -> None:
    """A post, a district with a number is not the one with another, whoever stands beside it."""
    one, other = (f"Harbor League {n}".strip() for n in number)

    assert chance(f"Ana Reyes ({one})", other) < 0.5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_name_is_read(name: str) -> None:
    """Any text gives at most three other names, each likely enough to ask and never to join."""
    assert len(beside(name)) <= 3
    assert all(0.5 <= one.p < MATCH_AUTO and one.core for one in beside(name))


@pytest.mark.parametrize("name", [" " * 30_000 + "CEO Harbor Ferries", "CEO Harbor Ferries" + " -" * 9_000])
def test_long_names_are_cut(name: str) -> None:
    """However long a cell, no more than its first letters are looked at, blanks counted once."""
    assert beside(name) == beside(" ".join(name.split())[:LONGEST])
