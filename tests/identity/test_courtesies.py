"""Offices and courtesies around a name are told apart from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import entities
from lpgraph.identity.parse import parse_name
from lpgraph.names.courtesies import addressed, plain, same_holder


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rt Hon Ana Vega MP", "Ana Vega"),
        ("The Right Honourable Ana Vega", "Ana Vega"),
        ("Minister for Ferries, The Rt Hon Ana Vega MP", "Ana Vega"),
        ("Leader of the House of Commons, Lord Privy Seal, The Rt Hon Ana Vega MP", "Ana Vega"),
        ("Deputy Leader of the House of Commons The Rt Hon Ana Vega MP", "Ana Vega"),
        ("Parliamentary Under-Secretary of State Ana Vega", "Ana Vega"),
        ("Former Solicitor General Ana Vega QC MP", "Ana Vega"),
        ("Solicitor General Ana Vega QCMP", "Ana Vega"),
        ("Minister of State for Ferries - Baroness Vale", "Baroness Vale"),
        ("Lord Vale, Leader of the House of Lords", "Lord Vale"),
        ("Government Whip , Lord Vale of Aspen OBE", "Lord Vale"),
        ("Rt Hon The Lord Vale", "Lord Vale"),
        ("Mrs Ana Vega, 2nd Permanent Secretary Ministry of Ferries", "Mrs Ana Vega"),
        ("Secretary of State for Ferries", "Secretary of State for Ferries"),
        ("Vega, Ana", "Vega, Ana"),
        ("Vega, Ana M., Secretary", "Vega, Ana M."),
        ("Ana Vega, Secretary", "Ana Vega"),
        ("Vega, KC", "Vega, KC"),
        ("City Clerk Ana Vega", "Ana Vega"),
        ("Mayor Pro Tem Ana Vega", "Ana Vega"),
        ("Ana Vega MSW", "Ana Vega"),
        ("Earl Jones", "Earl Jones"),
        ("Ana Minster", "Ana Minster"),
    ],
)
def test_the_name_is_found(written: str, name: str) -> None:
    """Office, courtesy, letters and a peer's place go; a name that has none of them stays as it is."""
    assert plain(written) == name


@pytest.mark.parametrize("written", ["Rt Hon Ana Vega MP", "Minister for Ferries, Ana Vega MP", "Dr Ana Vega PhD"])
def test_both_readers_take_the_same_name(written: str) -> None:
    """A loader and identity read one given name and one surname, and keep what was written."""
    said = entities.name(written)
    assert (said.text, said.given, said.family) == (written, "Ana", "Vega")
    assert (parse_name(written).given, parse_name(written).family) == (("ana",), ("vega",))


@pytest.mark.parametrize(
    "tail",
    [", District 3", " CD3", " @ Riverton City Council", " / Riverton", "'s iPhone", "’s iPad (2)", " - Riverton"],
)
def test_what_follows_a_name(tail: str) -> None:
    """A seat, a town, an organization or a device behind a name is no part of it."""
    assert (parse_name(f"Ana Vega{tail}").given, parse_name(f"Ana Vega{tail}").family) == (("ana",), ("vega",))


def test_peers_are_known_by_their_place() -> None:
    """A peer has no first name; two peers of one name and another place are not one holder."""
    assert (parse_name("Baroness Vale of Aspen").given, parse_name("Baroness Vale of Aspen").family) == ((), ("vale",))
    assert same_holder("The Lord Vale of Aspen", "Lord Vale of Aspen CBE")
    assert not same_holder("Lord Vale of Aspen", "Lord Vale of Salida")
    assert not same_holder("Vega", "Vega")


@given(st.text(max_size=60))
def test_any_text_has_a_name(text: str) -> None:
    """Never empty where something was written, and nothing more to take away the second time."""
    assert bool(plain(text)) is bool(text)
    assert addressed(addressed(text)) == addressed(text) or not text.strip()
