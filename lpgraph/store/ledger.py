"""The ledger: one ``Load`` a file, one ``Batch`` a transaction, written together with the data that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import islice
from typing import TypeVar

from lpgraph.ids import digest
from lpgraph.store.graph import Step, Store, replay

BATCH = 5_000  # rows in one transaction (docs/store-dialects.md)
LOADS = 500  # of which the batches are read at once
WINDOW = 20  # batches of one load that are read at once
LIVE = ("running", "done")
T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Counts:
    """What became of the rows of a load: ``read = accepted + rejected``, and
    ``accepted = created + updated + unchanged + merged``; ``flagged`` rows are among the accepted ones.
    """

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    merged: int = 0
    flagged: int = 0

    def take(self, other: Counts) -> None:
        """Count as another does."""
        for name in COUNTS:
            setattr(self, name, getattr(other, name))


COUNTS = tuple(one.name for one in fields(Counts))  # in the order in which people read them


@dataclass(slots=True)
class LoadLine(Counts):
    """One line of the ledger. ``status``: running, done, undoing, undone, same (content known already)."""

    id: str
    source: str
    file: str
    hash: str
    asOf: str  # noqa: N815 - stored under this name
    seq: int
    status: str
    startedAt: str  # noqa: N815
    endedAt: str = ""  # noqa: N815
    who: str = ""
    files: tuple[str, ...] = ()
    note: str = ""
    sameAs: str = ""  # noqa: N815
    touched: tuple[str, ...] = ()  # the entities of a small load, and the labels and fact types that it writes:
    wrote: tuple[str, ...] = ()  # both empty where it may reach anything
    changed: str = ""  # when the file was last changed: of two of one as-of, the one changed last is the newer
    snapshot: bool = False  # the whole list of the bodies that it speaks of: what it no longer has, ends
    silent: int = 0  # accepted rows that say nothing of an event

    @property
    def day(self) -> str:
        """How new what it says is; sorts as text."""
        return f"{self.asOf} {self.changed}"

    @property
    def rank(self) -> tuple[str, str, int]:
        """Who has the last word: as-of, then the file's own change, then its content; the order of loads says nothing
        unless all of that is one (what was undone and is loaded again)."""
        return self.day, self.hash, self.seq

    @property
    def live(self) -> bool:
        """Whether what it says counts: an interrupted load is in the graph as far as it came."""
        return self.status in LIVE


@dataclass(frozen=True, slots=True)
class Listed:
    """Where one load lists one fact."""

    key: str
    type: str
    ref: str
    row: int
    file: str


@dataclass(slots=True)
class Mark:
    """What a batch writes of facts, in parallel lists; empty for a batch of mentions.

    A list of one word over and over (most batches are of one type and one file) is stored as that word alone.
    """

    keys: list[str]
    types: list[str]
    refs: list[str]
    rows: list[int]
    files: list[int]
    records: list[str]


def chunks(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def loads(store: Store) -> list[LoadLine]:
    """Every line of the ledger, oldest first."""
    names = {f.name for f in fields(LoadLine)}
    lines = []
    for row in store.read("ledger_loads"):
        known = {k: v for k, v in row["load"].items() if k in names}
        known |= {name: tuple(known.get(name) or ()) for name in ("files", "touched", "wrote")}
        lines.append(LoadLine(**known))
    return lines


def put(store: Store, line: LoadLine) -> None:
    """Write a line, or what changed of it."""
    props = asdict(line)
    props |= {"files": list(line.files), "touched": list(line.touched), "wrote": list(line.wrote)}
    commit(store, [("ledger_load_put", {"id": line.id, "props": props})])


def keys(store: Store, load: str) -> tuple[list[str], list[str]]:
    """The fact keys that a load lists, and its records that assert nothing any more."""
    return keys_of_many(store, [load])[load]


def keys_of_many(store: Store, loads: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    """``keys`` of many loads."""
    found: dict[str, tuple[list[str], list[str]]] = {load: ([], []) for load in loads}
    for load, some, records in keys_by_batch(store, loads):
        found[load][0].extend(some)
        found[load][1].extend(records)
    return found


def keys_by_batch(store: Store, loads: Sequence[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Load, fact keys and silent records of each batch, so that no more than a few batches are in memory at once.

    What is typed by hand is a load each, and there are thousands: many loads are asked about in one statement.
    """
    for chunk in chunks(loads, LOADS):
        start, going = 0, list(chunk)
        while going:
            rows = store.read("ledger_batches", loads=going, first=start, last=start + WINDOW - 1)
            full = {row["load"] for row in rows if row["n"] == start + WINDOW - 1}
            for row in rows:
                yield row["load"], row["keys"] or [], row["records"] or []
            start, going = start + WINDOW, [load for load in going if load in full]


def listed(store: Store, line: LoadLine) -> Iterator[Listed]:
    """Where each fact of a load stands."""
    for row in store.read("ledger_batch_details", load=line.id):
        length = len(row["keys"] or ())
        columns = (_full(row[name] or (), length) for name in ("keys", "types", "refs", "rows", "files"))
        for key, kind, ref, number, file in zip(*columns, strict=True):
            yield Listed(key, kind, ref, number, line.files[file] if file < len(line.files) else line.file)


def batch_id(load: str, part: str, keys: Iterable[str]) -> str:
    """The id of a batch: the same keys of the same load are the same batch, so that a replay finds it done."""
    return f"{load}/{part}/{digest(keys)}"


def done(store: Store, batch: str) -> bool:
    """Whether a batch was committed."""
    return bool(store.read("ledger_batch_exists", id=batch))


def mark_step(load: str, batch: str, number: int, mark: Mark | None = None) -> Step:
    """The step that writes a batch's mark: goes first in its transaction."""
    mark = mark or Mark([], [], [], [], [], [])
    lists = {f.name: getattr(mark, f.name) for f in fields(Mark)}  # asdict would copy every list
    lists |= {name: _short(lists[name]) for name in ("types", "files")}
    return ("ledger_batch_put", {"id": batch, "load": load, "n": number, **lists})


def _short(words: Sequence[T]) -> Sequence[T]:
    """One word for a list that says nothing else."""
    return words[:1] if words and words.count(words[0]) == len(words) else words


def _full(words: Sequence[T], length: int) -> Sequence[T]:
    """The list again that ``_short`` cut."""
    return list(words) * length if len(words) == 1 else words


def commit(store: Store, steps: Sequence[Step], batch: str = "") -> None:
    """Write the steps in one transaction; when the answer got lost, the batch's mark says whether it was written.

    Steps without a ``batch`` must be harmless to repeat.
    """
    store.write(*steps, landed=(lambda: done(store, batch)) if batch else replay)
