"""Batches that are written while the next one is being made (``docs/decisions/0010-one-batch-ahead.md``)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context

from lpgraph.store import ledger
from lpgraph.store.graph import Step, Store

Tick = Callable[[int], None]


class Ahead:
    """Commits batches one after the other, while the next one is being made: server and Python work side by side.

    The order stays, and a batch is only told of once it is written. Leaving waits for the one under way, and sees to it
    that ``meanwhile`` was called: as soon as the first batch is under way, or else then.
    """

    def __init__(self, store: Store, tick: Tick, meanwhile: Callable[[], None] = lambda: None) -> None:
        self._store, self._tick = store, tick
        self._meanwhile: Callable[[], None] | None = meanwhile
        self._pool = ThreadPoolExecutor(1)
        self._under_way: tuple[Future[None], int] | None = None

    def commit(self, steps: list[Step], batch: str, rows: int) -> None:
        """Hand over a batch, once the one before it is written. Raises what that one raised."""
        self.wait()
        own = copy_context()  # the right to write is this thread's
        self._under_way = self._pool.submit(own.run, ledger.commit, self._store, steps, batch), rows
        self._once()

    def wait(self) -> None:
        """Until all that was handed over is written."""
        if self._under_way is not None:
            (done, rows), self._under_way = self._under_way, None
            done.result()
            self._tick(rows)

    def _once(self) -> None:
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile()

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        try:
            if kind is None:
                self._once()
                self.wait()
        finally:
            self._pool.shutdown(wait=True)
