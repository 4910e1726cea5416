"""What the screens ask for about introductions: the board, one record, its next step, its texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lpgraph import ingest
from lpgraph.introductions import Pairing, best_across, record, shown
from lpgraph.introductions.book import Book, Record
from lpgraph.introductions.desk import Desk
from lpgraph.introductions.model import Broker
from lpgraph.introductions.record import Change, Plan, Said, Step
from lpgraph.introductions.texts import Draft
from lpgraph.introductions.weights import Rules
from lpgraph.network.snapshot import Snapshot
from lpgraph.store import Store

AHEAD = 20  # introductions that are looked for at once


@dataclass
class Introducing:
    """The record of introductions over the two connections of a backend."""

    reader: Store
    writer: Callable[[], Store]
    snapshot: Callable[[], Snapshot]
    book: Callable[[], Book]
    rules: Callable[[], Rules]  # what to weigh with: as shipped, or as learned
    pairings: Callable[[Callable[[], list[Pairing]]], list[Pairing]]  # kept while the graph is the same

    def _desk(self) -> Desk:
        return Desk(self.reader, self.snapshot(), self.book(), self.rules())

    def history(self, one: Record) -> list[Step]:
        """The steps of an introduction, oldest first."""
        return record.history(self.reader, one.id)

    def stops(self, one: Record) -> list[str]:
        """What keeps an introduction from going on."""
        return self._desk().stops(one)

    def drafts(self, one: Record) -> tuple[Draft, ...]:
        """The texts of an introduction."""
        return self._desk().drafts(one)

    def reasons(self, a: str, b: str) -> list[str]:
        """What speaks for two, told to ``a``."""
        return self._desk().reasons(a, b)

    def brokers(self, a: str, b: str) -> list[Broker]:
        """Who may introduce two, whom to ask first on top."""
        return self._desk().brokers(a, b)

    def begin(self, plan: Plan, author: str) -> Said:
        """Begin an introduction. Raises ``UsageError`` when a gate stops it."""
        return record.begin(self.writer(), self._desk().new(plan), author)

    def decline(self, plan: Plan, event: str, author: str) -> Said:
        """Answer a suggestion with a reason why not."""
        return record.begin(self.writer(), plan, author, event, caps=self.book().caps)

    def step(self, one: Record, event: str, change: Change, author: str) -> Said:
        """Write the next step. Raises ``UsageError`` when it cannot follow, or a gate stops it."""
        self._desk().check(one, event)
        return record.answer(self.writer(), one, event, change, author, self.book().caps)

    def undo(self, entry: str) -> None:
        """Take a step back."""
        ingest.unlog(self.writer(), entry)

    def note_shown(self, what: shown.Shown) -> None:
        """Note what was shown at which rank to whom."""
        shown.note(self.writer(), what)

    def across(self, top: int) -> list[Pairing]:
        """The best introductions over many people, most evidence first."""
        return self.pairings(
            lambda: best_across(self.reader, self.snapshot(), AHEAD, rules=self.rules(), book=self.book())
        )[:top]


def by_due(records: Sequence[Record]) -> list[Record]:
    """What is due first, then what has no day, the oldest first."""
    return sorted(records, key=lambda r: (r.due or "9999", r.begun, r.id))
