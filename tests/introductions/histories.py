"""Random histories of introductions over the people of the random networks, and what they forbid, read plainly."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from lpgraph.introductions.book import Book, One, Record
from lpgraph.introductions.caps import Caps
from lpgraph.introductions.steps import OPEN, STATUSES
from tests.introductions.graph import Graph, Memory, Row
from tests.introductions.networks import PEOPLE, TODAY

BEGUN = (TODAY, "2026-11-01", "2026-10-31", "2025-05-05")
UNTIL = ("2026-11-23", TODAY, "2027-03-01")
CAPS = Caps(received=2, brokered=1, requested=2)
_some = st.sampled_from


class Reader(Memory):
    """The memory double, which also knows nothing of anybody's role or address."""

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """Nothing for a profile's queries."""
        return [] if query.startswith("explore_") else super().read(query, **params)


@st.composite
def _records(draw: st.DrawFn) -> Record:
    a, b, broker = draw(st.permutations(PEOPLE))[:3]
    status = draw(_some(STATUSES))
    said = draw(_some(("", "asked", "yes")))
    return Record(
        f"introduction/{draw(st.integers(0, 10**6))}",
        status,
        One(a, a, "Person", a, said),
        One(b, b, "Person", b, draw(_some(("", "asked", "yes")))),
        One(broker, broker, "Person", broker) if draw(st.booleans()) else None,
        begun=draw(_some(BEGUN)),
        on=TODAY,
        until=draw(_some(UNTIL)) if status == "declined" else "",
    )


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Up to six introductions in any state, and somebody who wants quiet."""
    records = draw(st.lists(_records(), max_size=6))
    snoozed = draw(st.dictionaries(_some(PEOPLE), _some(UNTIL), max_size=2))
    return Book(TODAY, tuple(records), snoozed, CAPS)


def kept(book: Book, a: str, b: str) -> bool:
    """Whether an introduction of the two is under way, was made, or rests after a no."""
    return any({r.a.id, r.b.id} == {a, b} and (r.status != "declined" or r.until >= TODAY) for r in book.records)


def quiet(book: Book, who: str) -> bool:
    """Whether somebody wants to be left alone today."""
    return book.snoozed.get(who, "") >= TODAY


def asked(book: Book, who: str, part: str) -> int:
    """How often somebody was asked in November, by a plain count."""
    total = 0
    for r in book.records:
        if r.begun[:7] != TODAY[:7]:
            continue
        gone = r.status == "declined"
        if part == "requested" and r.a.id == who and (r.a.opt_in or not gone):
            total += 1
        if part == "received" and r.b.id == who and (r.b.opt_in or not gone):
            total += 1
        if part == "brokered" and r.broker and r.broker.id == who and (r.a.opt_in or r.b.opt_in or not gone):
            total += 1
    return total


def no_time(book: Book, who: str, part: str) -> bool:
    """Whether somebody has been asked enough."""
    return asked(book, who, part) >= CAPS.of(part)


__all__ = ["CAPS", "OPEN", "Graph", "Reader", "asked", "books", "kept", "no_time", "quiet"]
