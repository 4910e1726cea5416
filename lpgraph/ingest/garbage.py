"""Python's search for circles of objects, made rarer while a file is in hand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000  # new objects between two searches; Python's own 700 cost a quarter of the reading


@contextmanager
def rarely_collected() -> Iterator[None]:
    """A load makes millions of small objects and hardly a circle: looking for circles among them is lost time."""
    before = gc.get_threshold()
    if 0 < before[0] < SELDOM:
        gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
