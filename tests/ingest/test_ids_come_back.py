"""An id that is in use is given to nobody else, however far away its bearer is."""

from __future__ import annotations

import pytest

from loaders.base import Mention
from lpgraph.ingest import fingerprint, undo
from lpgraph.ingest.deciding import decide, withdraw
from lpgraph.model import Label
from lpgraph.store.graph import Store
from tests.ingest.builders import Line, put

pytestmark = pytest.mark.server


def _ref(person: str) -> str:
    return Mention(Label.PERSON, "test", (person,)).ref


@pytest.mark.parametrize("swap", [False, True])
def test_an_id_in_use_is_not_given_again(embedded_store: Store, swap: bool) -> None:
    """Two that were said to be one keep an id with the one who stays; the other comes back, and is somebody else."""
    one, two = Line("ada", name="Ada Vance"), Line("bo", "e2", name="Bo Reed")
    if swap:
        one, two = two, one
    first = put(embedded_store, [one], "2026-01-01").load
    put(embedded_store, [two], "2026-01-02")
    apart = fingerprint(embedded_store)
    said = decide(embedded_store, _ref(one.person), _ref(two.person), "same", who="sam")
    undo(embedded_store, first)
    withdraw(embedded_store, said.id, who="sam")
    put(embedded_store, [one], "2026-01-01")

    assert fingerprint(embedded_store) == apart


def test_each_id_comes_back_to_its_own_records(embedded_store: Store) -> None:
    """Two who were said to be one, then to be two, have their old ids again, whichever of them has more records; a
    link to one never opens the other."""
    pairs = [("Ada Vance", "Bo Reed"), ("Cy Lund", "Di Marsh")]
    for day in range(1, 3):  # an id is of the record that came first, whatever comes to it
        lines = [
            Line(f"{name}{day}", f"e{day}", name=name, email=f"{name[:2]}@x.example.org") for p in pairs for name in p
        ]
        put(embedded_store, lines, f"2026-01-0{day}")
    ids = _named(embedded_store)
    for one, two in pairs:
        for first, second in ((one, two), (two, one)):
            decide(embedded_store, ids[first], ids[second], "same", who="sam", sure=True)
            assert len(_named(embedded_store)) == len(ids) - 1
            decide(embedded_store, ids[first], ids[second], "different", who="sam", sure=True)
            assert _named(embedded_store) == ids


def _named(store: Store) -> dict[str, str]:
    """The id of each person, by name."""
    rows = store.read("fingerprint_entities:Person", after="", limit=99)
    return {row["props"]["name"]: row["props"]["id"] for row in rows}
