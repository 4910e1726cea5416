"""What says too little of which one: a parent's EIN, a name of every town, a letter before a number, a ZIP."""

from __future__ import annotations

import pytest

from lpgraph.identity.engine import Card, resolve
from lpgraph.identity.organizations import OrganizationCard, score_organizations
from lpgraph.identity.organizations_join import join_organizations
from lpgraph.identity.unions import union_key
from lpgraph.model import Label

ASK, AUTO = 0.5, 0.97


def chance(*cards: OrganizationCard) -> float:
    """How likely two records are one organization's; at least ``AUTO`` only where they are joined as well."""
    pairs = score_organizations(cards)
    p = max((pair.p for pair in pairs), default=0.0)
    assert (p >= AUTO) == (len(set(join_organizations(cards, pairs).values())) == 1)
    return p


@pytest.mark.parametrize(
    ("one", "other", "towns"),
    [
        ("DSA Denver", "DSA Boulder", ("Denver", "Boulder")),
        ("Habitat for Humanity of Waco", "Habitat for Humanity of Dallas", ("", "")),
        ("Habitat for Humanity", "Habitat for Humanity", ("Waco", "Dallas")),
        ("League of Women Voters of Ohio", "League of Women Voters of Iowa", ("", "")),
        ("Zephyrvale Rising", "Zephyrvale Rising Action Fund", ("", "")),
        ("Zephyrvale Rising", "Zephyrvale Rising Foundation", ("", "")),
        ("Zephyrvale Rising (c3)", "Zephyrvale Rising (c4)", ("", "")),
        ("DSA (Denver)", "DSA (Boulder)", ("", "")),
        ("SEIU Local 1", "SEIU Local 1 Pension Fund", ("", "")),
        ("Zephyrvale Peoples Alliance", "Halberd Roofing Supply", ("", "")),
    ],
)  # fmt: skip
def test_one_ein_under_two_names_is_a_question(one: str, other: str, towns: tuple[str, str]) -> None:
    """Chapters, parts of one house and strangers that write one EIN are asked about, in a table as in the graph."""
    cards = [OrganizationCard(k, n, "012345678", city=t) for k, n, t in zip("ab", (one, other), towns, strict=True)]
    assert ASK <= chance(*cards) < AUTO
    deck = [
        Card(k, k, Label.ORGANIZATION, ("ein:012345678",), name=n, city=t)
        for k, n, t in zip("ab", (one, other), towns, strict=True)
    ]
    found = resolve(deck)
    assert (len(found.clusters), len(found.questions)) == (2, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zephyrvale Tenants Union", "Zephyrvale Tenants Union, Inc."),
        ("Zephyrvale Tenants Union", "Zephyrvale Tennants Union"),
        ("Coalition for Urban Renters Justice", "CURJ"),
        ("Zephyrvale Tenants Union", "Halberd Renters League (formerly Zephyrvale Tenants Union)"),
    ],
)  # fmt: skip
def test_one_ein_joins_the_usual_variants(one: str, other: str) -> None:
    """A slip, an acronym, a legal ending or a former name under one EIN is one organization, also when it moved."""
    cards = [
        OrganizationCard("a", one, "012345678", city="Lowell"),
        OrganizationCard("b", other, "012345678", city="Lynn"),
    ]
    assert chance(*cards) >= AUTO


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("IATSE Local B-18", "B18"), ("IATSE B-18", "B18"), ("IATSE Local B 18", "B18"), ("IATSE Local B18", "B18"),
        ("IATSE Local TWU-769", "TWU769"), ("IBEW Local B-1", "B1"), ("TWU-769", "769"), ("IATSE Local-18", "18"),
        ("IATSE No. 18", "18"), ("IATSE Local No. 18", "18"), ("IATSE L-18", "18"), ("IATSE L18", "18"),
        ("IATSE Local L18", "18"),
    ],
)  # fmt: skip
def test_a_letter_before_the_number_is_the_numbers(name: str, number: str) -> None:
    """B-18 is not 18; an L, a "Local" or a "No." before it is no letter of it."""
    key = union_key(name)
    assert key is not None
    assert (key.unit, key.number) == ("base", number)


@pytest.mark.parametrize(
    "name",
    [
        "Local 100", "Local Union 5", "Lodge 12", "District Council 9", "Ward 5", "District 9", "Teachers Association",
        "Firefighters Association", "Neighborhood Association", "First Baptist Church", "Zion Lutheran Church",
        "St. Swithin's Church", "Lincoln High School", "Roosevelt Elementary School", "Springfield City Council",
        "Washington County", "Springfield Education Association",
    ],
)  # fmt: skip
def test_a_name_that_every_town_has_needs_the_town(name: str) -> None:
    """Without a city on both sides it joins nobody; with it, it does."""
    for one, other in (
        (("", ""), ("", "")),
        (("", "IL"), ("", "IL")),
        (("Peoria", "IL"), ("", "")),
        (("Peoria", "IL"), ("", "IL")),
    ):
        cards = [OrganizationCard(k, name, city=c, state=s) for k, (c, s) in zip("ab", (one, other), strict=True)]
        assert chance(*cards) < AUTO
    assert chance(*(OrganizationCard(k, name, city="Peoria", state="IL") for k in "ab")) >= AUTO


@pytest.mark.parametrize("name", ["Zephyrvale High School", "Halberd Valley Teachers Association"])
def test_a_name_of_its_own_does_not(name: str) -> None:
    """One word that few have is enough."""
    assert chance(*(OrganizationCard(k, name, state="IL") for k in "ab")) >= AUTO


@pytest.mark.parametrize(
    "name", ["Self", "Self-employed", "Retired", "None", "Student", "Volunteer", "Community Member"]
)
def test_who_has_no_organization_has_none_in_common(name: str) -> None:
    """What is written where somebody has none is one with nothing, and no question, in one city either."""
    assert chance(*(OrganizationCard(k, name, city="Peoria", state="IL") for k in "ab")) < ASK


def test_zip_codes_of_one_big_city() -> None:
    """A short name in two parts of a big city is asked; one ZIP code says as much as the city."""

    def of(*zips: str, name: str = "Halberd Day Nursery", city: str = "Chicago") -> float:
        return chance(
            *(OrganizationCard(k, name, city=city, state="IL", zip=z) for k, z in zip("ab", zips, strict=True))
        )

    assert ASK <= of("60622", "60639") < AUTO
    assert of("60622", "60622-1234") >= AUTO
    assert of("60622", "") >= AUTO
    assert of("60622", "60639", city="Zephyrvale") >= AUTO
    assert of("60622", "60622", name="Lincoln High School", city="") >= AUTO
    assert of("60622", "60639", name="Lincoln High School", city="") < AUTO
