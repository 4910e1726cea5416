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
