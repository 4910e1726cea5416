"""Work that takes longer than a page: it goes on when its page is left, and says how far it is when somebody looks."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lpgraph.ingest import Listener, Progress

T = TypeVar("T")
# One at a time: the store has one writer, and a second load waits for it here rather than there.
_RUNNER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="load")


@dataclass
class Job(Generic[T]):
    """One piece of work under way or done; ``future`` holds what it gave or raised."""

    future: Future[T] = field(default_factory=Future)
    progress: Progress | None = None
    began: float = field(default_factory=time.monotonic)
    since: float = field(default_factory=time.monotonic)  # when the present step began

    def listen(self, step: Progress) -> None:
        """Take note of how far the work is."""
        if self.progress is None or (self.progress.file, self.progress.what) != (step.file, step.what):
            self.since = time.monotonic()
        self.progress = step

    @property
    def seconds(self) -> float:
        """How long the present step has run."""
        return time.monotonic() - self.since


def start(work: Callable[[Listener], T]) -> Job[T]:
    """Begin ``work`` in the background; it is handed a listener to tell its progress to."""
    job: Job[T] = Job()
    job.future = _RUNNER.submit(lambda: work(job.listen))
    return job
