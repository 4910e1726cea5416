"""What an entity is said to be, of all its mentions."""

from __future__ import annotations

import pytest

from loaders.base import Mention
from lpgraph.ingest.derive import CORRECTION, Known, derive
from lpgraph.model import Label


def _known(key: str, rank: int, **props: str) -> Known:
    return Known(key, Mention(Label.PERSON, "test", (key,), dict(props), rank=rank), ("load",))


BOB = _known("b", 2, name="Bob Vega", givenName="Bob", familyName="Vega", city="Aspen")
ROBERT = _known("r", 1, name="Robert M. Vega Jr.", givenName="Robert", additionalName="M.", familyName="Vega",
                honorificSuffix="Jr.")  # fmt: skip


@pytest.mark.parametrize("order", [(BOB, ROBERT), (ROBERT, BOB)])
def test_the_parts_of_a_name_are_of_the_name_that_is_shown(order: tuple[Known, ...]) -> None:
    """Merged records show one whole name: the middle name of another record does not stand beside it."""
    props = derive(Label.PERSON, order, {})
    assert {name: props[name] for name in props if name.endswith("Name") or name == "honorificSuffix"} == {
        "givenName": "Bob", "familyName": "Vega"
    }  # fmt: skip
    assert (props["name"], props["city"]) == ("Bob Vega", "Aspen")


def test_a_name_without_parts_takes_those_of_one_record() -> None:
    """Where the shown name's record has no parts, all are of one other record, never some of each."""
    bare = _known("z", 3, name="R. Vega")
    props = derive(Label.PERSON, [bare, BOB, ROBERT], {})
    assert (props["givenName"], props["familyName"]) == ("Bob", "Vega")
    assert "additionalName" not in props and "honorificSuffix" not in props


def test_a_part_set_right_by_a_person_stays() -> None:
    """A corrected surname outlives the rule that the parts are of one record."""
    right = _known("c", CORRECTION, familyName="Vega-Cruz")
    assert derive(Label.PERSON, [BOB, ROBERT, right], {})["familyName"] == "Vega-Cruz"
