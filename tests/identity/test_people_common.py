"""Common names: a name that many bear says little, also in a table that knows only two of them."""

from typing import Any

import pytest

from lpgraph.identity.engine import Card, Partition, resolve
from lpgraph.identity.people_frequencies import borne


def _resolved(name: str, *said: dict[str, Any]) -> Partition:
    return resolve([Card(f"m{at}", f"m{at}", name=name, **one) for at, one in enumerate(said)])


TX, WACO = {"state": "TX"}, {"state": "TX", "city": "Waco"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Maria Garcia", TX), ("John Smith", TX), ("Mary Johnson", TX), ("John Smith", WACO), ("Maria Garcia", WACO),
    ],
)  # fmt: skip
def test_a_common_name_and_a_place_are_asked_about(name: str, said: dict[str, Any]) -> None:
    """A state has several of a common name, and so has a town: two records of it that say no more are a question."""
    for many in (2, 3):
        found = _resolved(name, *(said for _ in range(many)))
        assert len(found.clusters) == many
        assert found.questions


@pytest.mark.parametrize("said", [WACO, TX])
def test_a_rare_name_and_a_place_join(said: dict[str, str]) -> None:
    """Of a rare name there is one in a town, and as a rule in a state."""
    assert len(_resolved("Waylyn Brightwater", said, said).clusters) == 1


@pytest.mark.parametrize(
    "more",
    [{"emails": ("jsmith81@mail.example",)}, {"phones": ("2545550199",)},
     {"title": "Council Member", "organization": "Waco City Council"}],
)  # fmt: skip
def test_a_common_name_with_more_joins(more: dict[str, Any]) -> None:
    """An address or a post in common says what a common name does not."""
    assert len(_resolved("John Smith", {**WACO, **more}, {**WACO, **more}).clusters) == 1


def test_how_common_a_name_is() -> None:
    """The census says how common the parts are; a name with a part that is not listed is rare."""
    assert (
        borne("john", "smith") > borne("maria", "garcia") > borne("ellen", "roe") > borne("ellen", "brightwater") == 0
    )
