"""Whole lists (``load --snapshot``): what a source said of a body and its newer whole list no longer says, ends.

Whether a tie has ended is no event but follows from what the live loads of its source list: the earliest whole list
that is newer than the tie's last mention, speaks of its body, and has it no more. So it does not depend on the order of
loads, and an undo needs nothing but to look again (docs/decisions/0009-a-whole-list-ends-what-it-no-longer-says.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from loaders.base import Issue
from lpgraph.ingest.history import History
from lpgraph.ingest.sheet import RECORD_LENGTH
from lpgraph.store.ledger import LoadLine

ASK_ABOVE = 0.2  # of a body: a new council after an election is right, a truncated file is not
SHOWN_NAMES = 5


@dataclass(frozen=True, slots=True)
class Body:
    """What a whole list is the whole of: a council, a committee, an organization."""

    ref: str
    id: str
    name: str
    state: str = ""


@dataclass(slots=True)
class Tie:
    """One fact that may end: who (a) holds or belongs to what (b)."""

    key: str
    type: str  # FactType.name
    a: str  # refs of the two ends …
    b: str
    a_id: str  # … and what these are
    b_id: str
    name: str
    body: Body
    said: str | None = None  # the end that its own row gives
    end: str | None = None  # the end that the graph has
    by: str | None = None  # the load that ended it, as the graph has it
    there: bool = False  # whether the graph has it, and counts it

    @property
    def ends(self) -> tuple[str, str, str]:
        """What two tellings of one tie share."""
        return self.type, self.a, self.b


@dataclass(slots=True)
class Book:
    """All that one source says of who holds what or belongs where, and which bodies its loads speak of beside."""

    ties: dict[str, Tie] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)  # key of a fact that places a post → ref of the body


@dataclass(frozen=True, slots=True)
class Ending:
    """What a whole list ends in one body: the people who go, of how many that were there."""

    body: str
    state: str
    had: int
    gone: int
    names: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether so many go that somebody should say that it is right."""
        return self.gone > ASK_ABOVE * self.had

    @property
    def text(self) -> str:
        """``Fairview City Council (CO): 2 of 9 (Ada Vance, Bo Reed)``."""
        place = f" ({self.state})" if self.state and self.state not in self.body.split() else ""
        return f"{self.body}{place}: {self.gone:,} of {self.had:,} ({self.said_names})"

    @property
    def said_names(self) -> str:
        """``Ada Vance, Bo Reed and 7 more``."""
        more = f" and {self.gone - SHOWN_NAMES:,} more" if self.gone > SHOWN_NAMES else ""
        return ", ".join(self.names) + more


@dataclass(frozen=True, slots=True)
class End:
    """A tie whose end in the graph is another than it should be."""

    tie: Tie
    end: str | None
    by: str | None


class Lists:
    """The whole lists among the live loads of a source: what each says, and which bodies it speaks of."""

    def __init__(self, history: History, book: Book, now: str = "") -> None:
        """``now``: the load under way. A whole list that was not loaded to its end is no whole list yet."""
        self._history, self._book = history, book
        whole = whole_lists(history, now)
        self._lines = sorted(whole, key=_rank)
        self._says: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
        self.speaks_of: defaultdict[str, set[str]] = defaultdict(set)
        names = {line.id for line in whole}
        for key, tie in book.ties.items():
            for load in names.intersection(history.lists(key)):
                self._says[load].add(tie.ends)
                self.speaks_of[load].add(tie.body.ref)
        for key, ref in book.bodies.items():
            for load in names.intersection(history.lists(key)):
                self.speaks_of[load].add(ref)

    def counts(self, tie: Tie) -> bool:
        """Whether a tie is its record's last word: not replaced by a newer version of it."""
        winner = self._history.winner(tie.key[:RECORD_LENGTH])
        return bool(winner) and winner in self._history.lists(tie.key)

    def ended_by(self, tie: Tie) -> LoadLine | None:
        """The earliest whole list that is newer than the tie's last mention, speaks of its body and has it no more."""
        if not self._lines or not self.counts(tie):
            return None
        last = _rank(self._history.loads[self._history.winner(tie.key[:RECORD_LENGTH])])
        for line in self._lines:
            later = _rank(line) > last and tie.body.ref in self.speaks_of[line.id]
            if later and tie.ends not in self._says[line.id] and not _over(tie.said, line.asOf[:10]):
                return line
        return None

    def corrections(self) -> list[End]:
        """What must change in the graph so that it says what the lists say."""
        found = []
        for key in sorted(self._book.ties):
            tie = self._book.ties[key]
            line = self.ended_by(tie)
            end, by = (_day_before(line.asOf[:10]), line.id) if line else (tie.said, None)
            if (tie.end, tie.by) != (end, by):
                found.append(End(tie, end, by))
        return found

    def endings(self, load: str, entity: Mapping[str, str]) -> list[Ending]:
        """What one whole list ends that is still open, by body; ``entity``: who the refs are once it is loaded.

        Somebody whom the list has under another name or number is not counted: they are still there.
        """
        day = self._history.loads[load].asOf[:10]
        still = {self._who(tie, entity) for tie in self._book.ties.values() if load in self._history.lists(tie.key)}
        had: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        gone: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for tie in self._book.ties.values():
            before = tie.said if tie.by == load else tie.end
            if not tie.there or tie.body.ref not in self.speaks_of[load] or _over(before, day):
                continue
            place, who = (tie.body.name, tie.body.state), self._who(tie, entity)
            had[place].add(who[1])
            ended = self.ended_by(tie) if tie.by in (None, load) else None
            if ended is not None and ended.id == load and who not in still:
                gone[place][who[1]] = tie.name
        return [
            Ending(*place, len(had[place]), len(some), tuple(sorted(some.values())[:SHOWN_NAMES]))
            for place, some in sorted(gone.items())
        ]

    def silent(self, load: str) -> set[str]:
        """The bodies of open ties of which a list says nothing at all: nothing of them ends."""
        day = self._history.loads[load].asOf[:10]
        open_ = [tie for tie in self._book.ties.values() if self.counts(tie) and not _over(tie.end, day)]
        return {tie.body.name for tie in open_ if tie.body.ref not in self.speaks_of[load]}

    @staticmethod
    def _who(tie: Tie, entity: Mapping[str, str]) -> tuple[str, str, str]:
        return tie.type, entity.get(tie.a, tie.a_id), entity.get(tie.b, tie.b_id)


def whole_lists(history: History, now: str = "") -> list[LoadLine]:
    """The whole lists of a source that were loaded to their end, and the one under way."""
    return [one for one in history.loads.values() if one.snapshot and (one.status == "done" or one.id == now)]


def not_whole(file: str, refused: int) -> Issue:
    """What is said of a whole list with rows that could not be loaded."""
    rows = "1 row was" if refused == 1 else f"{refused:,} rows were"
    text = f"nobody was ended, because {rows} not loaded and may be about those who seem to be gone"
    return Issue(file, None, None, None, text, False, kind="whole list")


def left_alone(file: str, bodies: Iterable[str]) -> Issue:
    """What is said of bodies that a whole list does not speak of at all."""
    names = sorted(bodies)
    some = ", ".join(names[:SHOWN_NAMES]) + (f" and {len(names) - SHOWN_NAMES:,} more" if names[SHOWN_NAMES:] else "")
    text = f"says nothing of {some}, which this source spoke of before: nothing was ended there"
    return Issue(file, None, None, None, text, False)


def asked_about(endings: Iterable[Ending]) -> list[Ending]:
    """Those of which somebody has to say that they are right."""
    return [one for one in endings if one.asks]


def _rank(line: LoadLine) -> tuple[str, str, int]:
    return line.rank


def _day_before(day: str) -> str:
    """Who is no longer on a list has left before its day: an end is the last day in office."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _over(end: str | None, day: str) -> bool:
    """Whether an end lies before a day; ``2026`` lies before no day of 2026."""
    return bool(end) and str(end) < day[: len(str(end))]
