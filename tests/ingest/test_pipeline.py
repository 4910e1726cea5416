"""The pipeline of a load: batches in order, one under way while the next is made, and nothing left changed after it."""

from __future__ import annotations

import gc
import threading
from typing import Any, cast

import pytest

from lpgraph.ingest.ahead import Ahead
from lpgraph.ingest.garbage import SELDOM, rarely_collected
from lpgraph.store import ledger
from lpgraph.store.graph import Step, Store
from lpgraph.store.ledger import LoadLine, Mark


class _Slow:
    """A store whose first write waits until it is let go, and which may fail at a batch."""

    def __init__(self, fails_at: str = "") -> None:
        self.go, self.written, self.fails_at = threading.Event(), list[str](), fails_at

    def write(self, *steps: Step, **_landed: object) -> None:
        """Note the batch."""
        assert self.go.wait(30)
        if steps[0][0] == self.fails_at:
            raise RuntimeError(self.fails_at)
        self.written.append(steps[0][0])


def _ahead(store: _Slow, told: list[int], meanwhile: list[list[str]]) -> Ahead:
    def look() -> None:
        meanwhile.append(list(store.written))
        store.go.set()

    return Ahead(cast(Store, store), told.append, look)


def test_what_is_done_meanwhile_is_done_once_while_the_first_batch_is_under_way() -> None:
    """The first batch is not written yet when it is called, it is called once, and the order of batches stays."""
    store, told, meanwhile = _Slow(), list[int](), list[list[str]]()
    with _ahead(store, told, meanwhile) as ahead:
        for number, name in enumerate(("a", "b", "c")):
            ahead.commit([(name, {})], name, number)
    assert meanwhile == [[]]
    assert (store.written, told) == (["a", "b", "c"], [0, 1, 2])


def test_what_is_done_meanwhile_is_done_without_a_batch_too() -> None:
    """A load that writes no batch is counted all the same."""
    meanwhile = list[list[str]]()
    with _ahead(_Slow(), [], meanwhile):
        pass
    assert meanwhile == [[]]


def test_a_batch_that_fails_stops_those_after_it() -> None:
    """The error comes out, no later batch is written, and only what was written is told of."""
    store, told = _Slow("b"), list[int]()
    with pytest.raises(RuntimeError, match="b"), _ahead(store, told, []) as ahead:
        for number, name in enumerate(("a", "b", "c")):
            ahead.commit([(name, {})], name, number)
    assert (store.written, told) == (["a"], [0])


def test_the_collector_is_as_it_was_after_a_load() -> None:
    """Rarer inside, the same afterwards, also when the load fails; what was switched off stays off."""
    before = gc.get_threshold()
    try:
        for own, inside in (((700, 10, 10), SELDOM), ((0, 10, 10), 0), ((SELDOM * 2, 5, 5), SELDOM * 2)):
            gc.set_threshold(*own)
            with pytest.raises(RuntimeError), rarely_collected():
                assert gc.get_threshold()[0] == inside
                raise RuntimeError
            assert gc.get_threshold() == own
    finally:
        gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("types", "files"),
    [(["A", "A", "A"], [0, 0, 0]), (["A", "B", "A"], [0, 1, 0]), (["A"], [1]), ([], [])],
    ids=["alike", "mixed", "one", "none"],
)
def test_a_mark_says_the_same_of_each_fact_however_it_is_stored(types: list[str], files: list[int]) -> None:
    """A list of one word over and over is stored short and read back whole."""
    length = len(types)
    keys, refs, rows = [f"k{n}" for n in range(length)], [f"r{n}" for n in range(length)], list(range(length))
    _, stored = ledger.mark_step("load", "batch", 0, Mark(keys, types, refs, rows, files, []))
    assert len(stored["types"]) == (1 if len(set(types)) == 1 else length)

    class _One:
        def read(self, _query: str, /, **_params: Any) -> list[dict[str, Any]]:
            return [stored]

    line = LoadLine("load", "s", "x.csv", "h", "2026-01-01", 1, "done", "2026-01-01", files=("x.csv", "y.csv"))
    found = list(ledger.listed(cast(Store, _One()), line))
    assert [(f.key, f.type, f.ref, f.row, f.file) for f in found] == [
        (k, t, r, n, line.files[f]) for k, t, r, n, f in zip(keys, types, refs, rows, files, strict=True)
    ]
