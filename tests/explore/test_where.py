"""Which area is meant, the same for every verb."""

from __future__ import annotations

from typing import Any

import pytest

from loaders import areas
from lpgraph.errors import Ambiguous, NotFound
from lpgraph.explore import where
from lpgraph.ids import fold
from tests.explore.fake import FakeStore
from tests.explore.world import World

US = "ocd-division/country:us"
DENVER, NORTH = f"{US}/state:co/county:denver", f"{US}/state:nc/place:denver"
CITY, STATE = f"{US}/state:ny/place:new_york", f"{US}/state:ny"


class Places(FakeStore):
    """Areas with the name that the loaders give them."""

    def __init__(self, *ids: str) -> None:
        world = World()
        for one in ids:
            world.entity("Area", areas.readable(one), id_=one)
        super().__init__(world)

    def _search_words(self, label: str, words: list[str], limit: int) -> list[dict[str, Any]]:
        fits = [i for i, name in self.names.items() if self.labels[i] == label and all(w in fold(name) for w in words)]
        return [{"id": i, "name": self.names[i], "search": fold(self.names[i])} for i in fits][:limit]

    def _search_near(self, label: str, words: list[str], limit: int) -> list[dict[str, Any]]:  # noqa: ARG002
        return self._search_words(label, [], limit)

    def _explore_retired(self, id: str) -> list[dict[str, Any]]:  # noqa: ARG002 - asked by name
        return []

    def _explore_identified(self, ids: list[str]) -> list[dict[str, Any]]:  # noqa: ARG002 - asked by name
        return []


@pytest.mark.parametrize(
    "text", ["Denver", "denver, co", "Denver, Colorado", DENVER, f"{US}/state:co/place:denver", DENVER.upper()]
)
def test_a_city_is_meant_however_it_is_written(text: str) -> None:
    """By name, with its state, by any of its division ids; its districts are not asked about."""
    store = Places(DENVER, *(f"{DENVER}/council_district:{n}" for n in range(1, 12)))
    assert where.area(store, text).id == DENVER


def test_two_of_one_name_are_listed_and_a_campaigns_own_city_comes_first() -> None:
    """Nothing is picked by itself; what the question is about settles it, and a state settles it."""
    store = Places(DENVER, NORTH)
    with pytest.raises(Ambiguous) as several:
        where.area(store, "Denver")
    assert {one for one, _, _ in several.value.candidates} == {DENVER, NORTH}
    assert several.value.exit_code == 6
    assert where.area(store, "Denver", {NORTH}).id == NORTH
    assert where.area(store, "Denver", {NORTH, DENVER, "x"} - {NORTH}).id == DENVER
    with pytest.raises(Ambiguous):
        where.area(store, "Denver", {NORTH, DENVER})
    assert where.area(store, "Denver, NC").id == NORTH


def test_a_state_is_no_city_of_its_name() -> None:
    """“New York” is the state and the city; “New York City” and “New York, NY” are the city."""
    store = Places(CITY, STATE, f"{CITY}/council_district:1")
    with pytest.raises(Ambiguous):
        where.area(store, "New York")
    assert {where.area(store, text).id for text in ("New York City", "New York, NY", "New York City, NY")} == {CITY}


@pytest.mark.parametrize("text", ["", "  ", "Nowhere", f"{US}/state:wy/place:nowhere", "Denver, WY"])
def test_what_is_not_there_is_not_found(text: str) -> None:
    """Nothing is made up for a place that nobody loaded."""
    with pytest.raises(NotFound):
        where.area(Places(DENVER), text)
