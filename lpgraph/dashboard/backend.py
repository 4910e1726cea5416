"""All that the screens ask for, behind one object: the real one reads and writes the store, a test hands in its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from loaders.base import Context
from loaders.mapping import Mapping, propose, remember
from loaders.readers import Opened, SeveralSheets
from loaders.recognise import Gathered, Unit, gather
from loaders.registry import SOURCES
from lpgraph import ingest, introductions
from lpgraph.dashboard import views_explore, views_files
from lpgraph.dashboard.introducing import Introducing
from lpgraph.dashboard.together import Together
from lpgraph.dashboard.views_files import How
from lpgraph.explore import contacts, entities, paths, profile, search, who
from lpgraph.explore import ego as egos
from lpgraph.ids import digest
from lpgraph.ingest import (
    Listener,
    LoadLine,
    LoadOptions,
    Report,
    UndoReport,
    clock,
    corrections,
    deciding,
    decisions,
    review,
)
from lpgraph.ingest.author import user
from lpgraph.ingest.decisions import Decision
from lpgraph.introductions.book import Book, read_book
from lpgraph.introductions.caps import Caps
from lpgraph.introductions.learning import Learned, learned
from lpgraph.introductions.model import Ask, Suggestion, WhyNot
from lpgraph.introductions.record import leaves_network
from lpgraph.introductions.wall import closed
from lpgraph.network.days import today
from lpgraph.network.refresh import refresh
from lpgraph.network.snapshot import Snapshot
from lpgraph.store import Store

T = TypeVar("T")
AS_IT_IS = How()  # a file that is read without being told how


class Latest(Generic[T]):
    """The last reading of something, shared by all visitors; while one reads it anew the others wait."""

    def __init__(self) -> None:
        self._lock, self._mark = threading.Lock(), ""
        self._kept: T | None = None

    @property
    def kept(self) -> T | None:
        """The last reading, whatever it is of."""
        return self._kept

    def at(self, mark: str, take: Callable[[], T]) -> T:
        """The reading of the graph as ``mark`` names it."""
        with self._lock:
            if self._kept is None or self._mark != mark:
                self._kept, self._mark = take(), mark
            return self._kept


Snapshots = Latest[Snapshot]


def _names_no_event(unit: Unit) -> bool:
    """Whether a report lacks the event that its kind usually names."""
    opened = unit.files[0]
    return views_files.names_no_event(unit.source, opened.rows(), Context(clock.now(), "", opened.preamble))


@dataclass
class Backend:
    """The services of the house over two connections: reads by the reader's account, writes by the writer's.

    Every method may raise ``LpgraphError``; ``main`` is where that becomes a banner.
    """

    reader: Store
    writer: Callable[[], Store]
    home: Path
    snapshots: Snapshots = field(default_factory=Latest)
    books: Latest[Book] = field(default_factory=Latest)
    best: Latest[list[introductions.Pairing]] = field(default_factory=Latest)
    caps: Caps = field(default_factory=Caps)
    side: str = ""  # whose eyes these are: c3, c4, or both
    learning: bool = False  # LPGRAPH_LEARNING
    weights: Latest[Learned] = field(default_factory=Latest)

    # ---- reading
    def search(self, text: str, kind: str | None = None, limit: int = 20) -> list[search.Hit]:
        """What is called like ``text``, best first."""
        return search.search(self.reader, text, kind, limit)

    def now(self, entity_id: str) -> str:
        """What an id stands for today: another one when the two were joined since the link was made."""
        return who.now(self.reader, entity_id)

    def find(self, entity_id: str) -> entities.Entity | None:
        """The entity of an id, also of one that was joined to another since; or nothing."""
        return entities.find(self.reader, entity_id) or entities.find(self.reader, self.now(entity_id))

    def profile(self, entity_id: str) -> profile.Profile:
        """Everything said of one entity. Raises ``NotFound``."""
        return profile.profile(self.reader, self.now(entity_id))

    def ego(self, entity_id: str) -> egos.GraphView:
        """What lies around one entity, at most what fits a first view. Raises ``NotFound``."""
        return egos.ego(self.reader, entity_id, views_explore.MOST)

    def expand(self, entity_id: str, known: Collection[str]) -> egos.GraphView:
        """What an entity adds to a view of ``known``. Raises ``NotFound``."""
        return egos.expand(self.reader, self.now(entity_id), known, views_explore.EXPAND_BY)

    def paths(self, a: str, b: str) -> list[paths.Path]:
        """The shortest ways between two; none when there is no way of six steps."""
        out = closed(self.book())
        return [way for way in paths.shortest(self.reader, a, b) if not out & set(way.ids)]

    def suggest(self, who: str, ask: Ask) -> list[Suggestion]:
        """Whom to introduce ``who`` to, best first. Raises ``NotFound``."""
        return introductions.suggest(self.reader, self._snapshot(), who, ask, self._learned().rules, self.book())

    def why_nobody(self, who: str) -> str:
        """Why nobody is suggested to ``who``, in a sentence."""
        return introductions.why_nobody(self._snapshot(), who, book=self.book())

    def lines(self, refs: Sequence[tuple[str, str]]) -> dict[str, str]:
        """The line below each name (a post, what an organization is), of those given as (label, id)."""
        return {i: card.line for i, card in entities.cards(self.reader, refs).items()}

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of entities by id."""
        return entities.names(self.reader, ids)

    def why_not(self, a: str, b: str) -> WhyNot:
        """What stops an introduction of the two, and what speaks for it. Raises ``NotFound``."""
        rules = self._learned().rules
        return introductions.why_not(self.reader, self._snapshot(), a, b, rules=rules, book=self.book())

    def weights_said(self) -> str:
        """What suggestions are weighed with, in a sentence; nothing while learning is switched off."""
        return self._learned().said if self.learning else ""

    def _learned(self) -> Learned:
        """The weights by what was answered: read again when anything was recorded."""
        return self.weights.at(self.mark(), lambda: learned(self.reader, self.book().records, on=self.learning))

    def graph_of(self) -> str:
        """When the graph that suggestions rest on was read, as ISO text."""
        return self._snapshot().taken_at.isoformat()[:16]

    def book(self) -> Book:
        """Every introduction that was recorded, as it is today."""
        return self.books.at(self.mark(), lambda: read_book(self.reader, self.caps, side=self.side))

    @property
    def introducing(self) -> Introducing:
        """The record of introductions."""
        kept = partial(self.best.at, self.mark())
        return Introducing(self.reader, self.writer, self._snapshot, self.book, lambda: self._learned().rules, kept)

    @property
    def together(self) -> Together:
        """Coalitions, policies and convenings."""
        return Together(self.reader, self.writer, self._snapshot, self.book)

    def _snapshot(self) -> Snapshot:
        """The network as arrays: read once, and brought up to date when the graph is another."""
        return self.snapshots.at(self.mark(steps=False), lambda: refresh(self.reader, self.snapshots.kept))

    def mark(self, *, steps: bool = True) -> str:
        """What the graph is now: another after a load, an entry, an answer to who is who, and on another day.

        Without ``steps`` an introduction that merely goes on leaves it as it was.
        """
        answers = self.reader.read("decision_count")[0]
        lines = [line for line in ingest.loads(self.reader) if steps or not leaves_network(line.file)]
        return digest([*(f"{line.id}:{line.status}" for line in lines), str(answers), today()])

    def loads(self) -> list[LoadLine]:
        """The ledger, newest first."""
        return sorted(ingest.loads(self.reader), key=lambda line: -line.seq)

    # ---- who is who
    def questions(self, author: str) -> list[review.Pair]:
        """Which records may be one, the most valuable first; without those that the author skipped."""
        return review.pairs(self.reader, author.strip() or user())

    def question(self, pair: review.Pair) -> review.Question:
        """Both sides of a question, what agrees and what will follow."""
        return contacts.hushed(self.reader, review.question(self.reader, pair))

    def decide(self, a: str, b: str, verdict: str, author: str, sure: bool = False) -> Decision:
        """Say that two are the same, different, or skip it. Raises ``Contradiction`` unless ``sure``."""
        return deciding.decide(self.writer(), a, b, verdict, who=author, sure=sure)

    def answers(self, most: int) -> list[Decision]:
        """The answers that count, the newest first."""
        return decisions.live(decisions.read_log(self.reader))[: -most - 1 : -1]

    def withdraw(self, decision: str, author: str) -> Decision:
        """Take an answer back. Raises ``NotFound``, or ``UsageError`` when it is taken back already."""
        return deciding.withdraw(self.writer(), decision, who=author)

    # ---- files before they are loaded
    def preview(self, files: Sequence[Path], how: How = AS_IT_IS) -> list[views_files.Preview]:
        """What each file is and its first rows; files that nobody knows are ``proposals``."""
        found = self._gather(files, how)
        known = [
            views_files.preview(unit.name, unit.source, unit.files[0].rows(), unit.count, _names_no_event(unit))
            for unit in found.units
        ]
        return [
            *known,
            *(views_files.refused(why, why.titles if isinstance(why, SeveralSheets) else ()) for why in found.refused),
        ]

    def proposals(self, files: Sequence[Path], how: How = AS_IT_IS) -> list[tuple[Opened, Mapping]]:
        """How the files that nobody knows could be read."""
        return [(opened, propose(opened)) for opened, _why in self._gather(files, how).unknown]

    def remember(self, mapping: Mapping) -> None:
        """Read sheets with this header so from now on."""
        remember(mapping, mapping.header, self.home / "mappings")

    def _gather(self, files: Sequence[Path], how: How) -> Gathered:
        kept = self.home / "mappings"
        return gather(files, SOURCES, remembered_in=kept, encoding=how.encoding, sheet=how.sheet)

    # ---- writing
    def log(
        self, who: str, what: str, other: str = "", on: str = "", note: str = "", value: str = "", author: str = ""
    ) -> str:
        """Write down what somebody has just learned; gives the id to take it back by."""
        return ingest.log_entry(
            self.writer(), who, what, other_id=other or None, on=on or None, note=note, value=value, author=author
        )

    def correct(self, who: str, field: str, value: str, note: str = "", author: str = "") -> str:
        """Set a field right that a source has wrong; gives the id to take it back by. Raises ``UsageError``."""
        return corrections.correct(self.writer(), who, field, value, author=author, note=note)

    def unlog(self, entry: str) -> None:
        """Take an entry back. Raises ``NotFound`` when it is gone already."""
        ingest.unlog(self.writer(), entry)

    def load(self, files: Sequence[Path], options: LoadOptions, listen: Listener) -> list[Report]:
        """Load files and folders, one report each."""
        return ingest.load(self.writer(), files, options, listen)

    def undo(self, load: str) -> UndoReport:
        """Take a load back. Raises ``NotFound``, or ``UsageError`` when it is undone already."""
        return ingest.undo(self.writer(), load)
