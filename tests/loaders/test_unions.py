"""Union names: never two locals taken for one, never a bank taken for a union."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.unions import UnionName, affiliate, national, parse_union


def key(text: str) -> tuple[str, str, str] | None:
    """Affiliate, designation and number."""
    said = parse_union(text)
    return (said.affiliate, said.designation, said.local) if said else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEIU Local 32BJ", ("SEIU", "local", "32BJ")),
        ("Service Employees International Union Local 32E", ("SEIU", "local", "32E")),
        ("1199SEIU United Healthcare Workers East", ("SEIU", "local", "1199")),
        ("SEIU Healthcare 1199NW", ("SEIU", "local", "1199NW")),
        ("IBT Local 815", ("IBT", "local", "815")),
        ("IBT Local 815T", ("IBT", "local", "815T")),
        ("Teamsters Local Union No. 853", ("IBT", "local", "853")),
        ("Hawaii Teamsters and Allied Workers 996", ("IBT", "local", "996")),
        ("INTERNATIONAL BROTHERHOOD OF TEAMSTERS 633 TCWH LOCAL", ("IBT", "local", "633")),
        ("AMALGAMATED TRANSIT UNION 717 LOCAL", ("ATU", "local", "717")),
        ("LABORERS INTERNATIONAL UNION OF NORTH AMERICA 0668", ("LIUNA", "local", "668")),
        ("AMERICAN FEDERATION OF STATE COUNTY & MUNICIPAL EMPLOYEES L2846DC USDA OFC", ("AFSCME", "local", "2846")),
        ("AMERICAN FEDERATION OF STATE COUNTY & MUNICIPAL EMPLOYEES C0020DC CNCL", ("AFSCME", "council", "20")),
        ("AFSCME 3124 Council 66", ("AFSCME", "local", "3124")),
        ("IAM DIST 9", ("IAM", "district", "9")),
        ("IAM Local Lodge 9", ("IAM", "lodge", "9")),
        ("Int'l. Assoc. of Machinists and Aerospace Workers, AFL-CIO D. L. # 77", ("IAM", "district lodge", "77")),
        ("I.A.T.S.E. 22", ("IATSE", "local", "22")),
        ("USA 2040-02 DISTRICT 4", ("USW", "local", "2040-02")),
        ("UNITED STEELWORKERS 4-75 LOCAL", ("USW", "local", "4-75")),
        ("UNITE HERE 26", ("UNITE HERE", "local", "26")),
        ("HERE 84", ("UNITE HERE", "local", "84")),
        ("CJA 721", ("UBC", "local", "721")),
        ("REGIONAL LOCAL UNION NO 847", ("", "local", "847")),
        ("LEBANON PERMANENT FIRE FIGHTERS LOCAL 3197", ("IAFF", "local", "3197")),
        ("PROFESSIONAL FIRE FIGHTERS OF MERRIMACK LOCAL 2904 INC", ("IAFF", "local", "2904")),
        ("INTERNATIONAL ASSOCIATION OF SHEET METAL AIR RAIL & TRANSPORTATION 546 SM", ("SMART", "local", "546")),
        ("FRATERNAL ORDER OF POLICE 7 LODGE", ("FOP", "lodge", "7")),
        ("Service Employees International Union", ("SEIU", "", "")),
    ],
)
def test_names(text: str, expected: tuple[str, str, str]) -> None:
    """Affiliate, designation and number are read, the number with its letter and without its leading zeros."""
    assert key(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Western Union", "Union Pacific Railroad", "Navy Federal Credit Union", "Rocky Mountain Farmers Union",
        "FARMERS EDUCATIONAL & COOPERATIVE UNION OF AMERICA NATIONAL FARMERS UNION", "Example Student Union",
        "American Civil Liberties Union", "Union of Concerned Scientists", "NEW ENGLAND ALPACA OWNERS & BREEDERS ASSOC",
        "American Fern Society Inc", "INTERNATIONAL BROTHERHOOD OF TEAMSTERS SUPPLEMENTAL BENEFITS TR",
        "633 LOCAL RETIREES CHAPTER INTERNATIONAL BROTHERHOOD OF TEAMSTERS", "Pace University", "Smart Growth America",
        "G4S Secure Solutions (USA) Inc.",
        "Union City Chamber of Commerce", "Friends of Here", "USA Swimming", "Jobs With Justice", "", "???",
    ],
)  # fmt: skip
def test_none(text: str) -> None:
    """Banks, railways, farmers, students, funds and retirees are no union."""
    assert parse_union(text) is None


@settings(deadline=None)
@given(
    st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["", "A", "BJ", "T", "NW"]), st.sampled_from(["", "E"])
)
def test_two_locals_are_never_one(a: int, b: int, letter: str, other: str) -> None:
    """Two locals have one key only when number and letter are the same."""
    same = (a, letter) == (b, other)
    assert (key(f"SEIU Local {a}{letter}") == key(f"SEIU Local {b}{other}")) is same


@settings(deadline=None)
@given(st.integers(1, 99999))
def test_designations_are_never_one(number: int) -> None:
    """A district is not a local, a joint council not a lodge, whatever the number."""
    words = ("Local", "District", "Lodge", "Joint Council", "District Council", "Chapter")
    assert len({key(f"IAM {word} {number}") for word in words}) == len(words)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    """Any text gets an answer, and an answer that names an affiliate names a known one."""
    said = parse_union(text)
    assert said is None or said.affiliate == "" or affiliate(said.affiliate) == said.affiliate


def test_levels() -> None:
    """The international alone is national, councils lie between, everything else is a local."""
    assert UnionName("SEIU").level == "national"
    assert UnionName("SEIU", rest="workers united").level == "local"
    assert UnionName("IBT", "joint council", "7").level == "intermediate"
    assert UnionName("IBT", "local", "7").text == "IBT Local 7"


def test_former_names_and_one_national() -> None:
    """A former name is the union that carries the locals on, and the international is one entity everywhere."""
    assert affiliate("Teamsters") == affiliate("IBT") == "IBT"
    assert affiliate("USA") == "USW"
    assert affiliate("IAMAW") == "IAM"
    assert affiliate("Example Bakers Guild") == ""
    assert national("SEIU").ref == national(affiliate("Service Employees International Union")).ref
