"""What one transaction does, and who may: its holder's lease is looked at inside it, at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from lpgraph.errors import StoreBusy
from lpgraph.store.driver import ManagedTransaction, unit_of_work
from queries import Query

Rows = list[dict[str, Any]]
Asked = tuple[Query, dict[str, Any]]
Fence = Asked

# Who holds the right to write in this thread, and in those that it hands its context to: the store, id and token.
_holding: ContextVar[tuple[object, dict[str, Any]] | None] = ContextVar("holding", default=None)


@contextmanager
def holding(store: object, lease: str, token: str) -> Iterator[None]:
    """While this runs, no transaction of this thread is written unless the lease is still that token's.

    A process that stood still (a closed laptop) may have lost it since it last looked: ``StoreBusy`` then.
    """
    before = _holding.set((store, {"id": lease, "token": token}))
    try:
        yield
    finally:
        _holding.reset(before)


def held_of(store: object) -> dict[str, Any] | None:
    """The lease, as the query ``lease_held`` asks for it, that this thread holds of a store."""
    held = _holding.get()
    return held[1] if held is not None and held[0] is store else None


class Work:
    """What one transaction does; ``rows`` keeps what the last try gave, for the case of an unsure commit."""

    def __init__(self, steps: list[Asked], fence: Fence | None = None) -> None:
        self.steps, self.fence = steps, fence
        self.rows: list[Rows] = []
        self.run: Callable[[ManagedTransaction], list[Rows]] = self._run

    def _run(self, tx: ManagedTransaction) -> list[Rows]:
        self.rows = [tx.run(query.text, params).data() for query, params in self.steps]
        if self.fence and not tx.run(self.fence[0].text, self.fence[1]).data():
            raise StoreBusy("another process took over writing while this one stood still; run it again")
        return self.rows


def work_of(steps: list[Asked], timeout: float, fence: Fence | None = None) -> Work:
    """The steps as one unit of work, which carries our query names into the server's own lists."""
    work = Work(steps, fence)
    names = ", ".join(dict.fromkeys(q.name for q, _ in steps))[:500]
    work.run = unit_of_work(metadata={"app": "lpgraph", "query": names}, timeout=timeout)(work.run)
    return work
