"""What the loads of a source list: page by page from the ledger, and no more of it than is asked about."""

from __future__ import annotations

from typing import Any, cast

from lpgraph.ingest.history import read
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import WINDOW, LoadLine

BATCHES = {"long": 2 * WINDOW + 1, "even": WINDOW, "short": 1}


class _Ledger:
    """Answers for the batches of three loads: one fact a batch, of a record of that number."""

    def read(self, _query: str, /, *, loads: list[str], first: int, last: int) -> list[dict[str, Any]]:
        """As ``ledger_batches`` does."""
        return [
            {"load": load, "n": n, "keys": [f"{n:014d}fact"], "records": [f"{n:014d}"] if n == 0 else []}
            for load in loads
            for n in range(BATCHES[load])
            if first <= n <= last
        ]


STORE = cast(Store, _Ledger())


def _line(load: str, as_of: str, *, snapshot: bool = False) -> LoadLine:
    return LoadLine(load, "s", f"{load}.csv", load, as_of, 1, "done", as_of, snapshot=snapshot)


LINES = [_line("long", "2026-01-01"), _line("even", "2026-02-01"), _line("short", "2026-03-01")]


def test_every_batch_is_read_however_many_there_are() -> None:
    """Loads shorter, as long and longer than one page: each key once, none left out."""
    said = ledger.keys_of_many(STORE, list(BATCHES))
    assert {load: len(keys) for load, (keys, _) in said.items()} == BATCHES
    assert all(len(set(keys)) == len(keys) for keys, _ in said.values())


def test_only_the_records_asked_about_are_kept() -> None:
    """A record asked about has its loads and its last word; of any other nothing is held."""
    first, second = f"{0:014d}", f"{1:014d}"
    history = read(STORE, LINES, "s", only={first})
    assert set(history.lists(first + "fact")) == set(BATCHES) and history.winner(first) == "short"
    assert not history.lists(second + "fact") and not history.winner(second)
    assert set(history.loads) == set(BATCHES)


def test_a_whole_list_is_compared_with_all_that_was_said() -> None:
    """With a whole list among the loads nothing is left out, whatever was asked about."""
    second = f"{1:014d}"
    history = read(STORE, [*LINES[:2], _line("short", "2026-03-01", snapshot=True)], "s", only=set())
    assert set(history.lists(second + "fact")) == {"long", "even"} and history.winner(second) == "even"
