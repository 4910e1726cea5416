"""The same words in another order: one name where a place, an "and" or an index turned it, else a question."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.identity.organizations import OrganizationCard, score_organizations
from lpgraph.settings import MATCH_AUTO


def chance(one: str, other: str, **said: str) -> float:
    """How likely two records of these names, with the same columns beside them, are one organization."""
    cards = [OrganizationCard("a", one, **said), OrganizationCard("b", other, **said)]
    return max((pair.p for pair in score_organizations(cards)), default=0.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Teachers Association of Denver", "Denver Teachers Association"),
        ("Children's Museum of Zephyrvale, Inc.", "Zephyrvale Childrens Museum"),
        ("YOUNG MEN'S CHRISTIAN ASSOCIATION LOWELL", "The Lowell Young Men's Christian Assn"),
        ("Zephyrvale, Renters League of", "Renters League of Zephyrvale"),
        ("Reyes, Ana", "Ana Reyes"),
        ("Ana Reyes c/o Zephyr Holdings LLC", "Zephyr Holdings, LLC c/o Ana Reyes"),
        ("Alliance of Ferries and Harbors", "Alliance of Harbors & Ferries"),
        ("City of Lowell Housing Alliance", "Lowell City Housing Alliance"),
    ],
)
def test_turned_is_the_same(one: str, other: str) -> None:
    """A place at the other end, two sides of "and", an index's comma: one organization."""
    assert chance(one, other) >= MATCH_AUTO


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gazette on Sunday", "Sunday Gazette"), ("Alliance Rail", "Rail Alliance"),
        ("Church of Christ", "Christ Church"),
        ("West Virginia Renters Rising", "Virginia Renters Rising West"),
        ("House of Zephyrs", "Zephyrs House"), ("Lowell University", "University of Lowell"),
        ("National Bank of Denver", "Denver National Bank"), ("Voice of Denver", "Denver Voice"),
        ("Harbor Group Management Co", "Harbor Management Group Co"),
        ("Zephyr Freight Development Institute", "Zephyr Development Freight Institute"),
        ("Harbor Health and Human Services League", "Harbor Human Health Services League"),
        ("Alliance for Tenant Justice", "Tenant Justice Alliance"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("said", [{}, {"city": "Denver", "state": "CO"}])
def test_another_order_is_a_question(one: str, other: str, said: dict[str, str]) -> None:
    """The same words the other way round are asked about, in one city too; only a number says that they are one."""
    assert 0.5 <= chance(one, other, **said) < MATCH_AUTO
    assert chance(one, other, ein="990000001") >= MATCH_AUTO


def test_the_place_of_the_row_counts() -> None:
    """A town that no table knows is a place where the row's own city says so."""
    names = ("YMCA Zephyrton", "Zephyrton YMCA")

    assert chance(*names) < MATCH_AUTO
    assert chance(*names, city="Zephyrton", state="OH") >= MATCH_AUTO


@settings(max_examples=80, deadline=None)
@given(
    st.permutations(["zephyr", "harbor", "tenant", "freight"]),
    st.permutations(["zephyr", "harbor", "tenant", "freight"]),
)
def test_no_shuffle_joins(one: list[str], other: list[str]) -> None:
    """Words that are no place, in two orders, never join, and are asked about alike from both sides."""
    a, b = " ".join(one), " ".join(other)

    assert one == other or chance(a, b) < MATCH_AUTO
    assert chance(a, b) == chance(b, a)
