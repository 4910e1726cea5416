"""How far the matching is, for somebody who waits: records done, of records to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

Tell = Callable[[int, int], None]
STEPS = 200  # so often at most it is said


@dataclass(slots=True)
class _Watch:
    """``total`` records in all; ``before``: those of the parts that are done."""

    tell: Tell
    total: int
    before: int = 0
    last: int = 0

    def say(self, done: int) -> None:
        """Only onwards, and not for every record: what is looked at once more does not begin anew."""
        done = min(done, self.total)
        if done > self.last and (done - self.last >= self.total // STEPS or done == self.total):
            self.last = done
            self.tell(done, self.total)


_WATCH: ContextVar[_Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(total: int, tell: Tell) -> Iterator[None]:
    """Be told how far the matching of so many records is, until it is left; ``tell`` may raise to stop it."""
    watch = _Watch(tell, total)
    token = _WATCH.set(watch)
    try:
        tell(0, total)
        yield
    finally:
        _WATCH.reset(token)


@contextmanager
def part(records: int) -> Iterator[Callable[[float], None]]:
    """A part of the matching, of so many records; what it gives is told how much of it is done, from 0 to 1."""
    watch = _WATCH.get()
    if watch is None:
        yield lambda _share: None
        return
    begun = watch.before
    yield lambda share: watch.say(begun + int(records * share))
    watch.before = begun + records
    watch.say(watch.before)
