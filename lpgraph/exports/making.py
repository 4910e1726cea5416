"""One export: which format, where to, what is left out, and what it came to."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lpgraph.errors import UsageError
from lpgraph.exports import jsonl, target
from lpgraph.exports.lines import Head
from lpgraph.ingest.deciding import finish
from lpgraph.ingest.report import Listener, Progress
from lpgraph.ingest.undo import finish_undoing
from lpgraph.store.graph import Store
from lpgraph.store.lease import writer

FORMATS = ("jsonl",)


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is made. ``side``: c3 or c4, whose eyes these are; empty sees both."""

    format: str
    force: bool = False
    contacts: bool = False
    raw: bool = False
    side: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to."""

    format: str
    out: str
    files: tuple[str, ...]
    counts: Mapping[str, int]
    bytes: int
    seconds: float
    fingerprint: str = ""
    left_out: Mapping[str, int] = field(default_factory=dict)


def export(store: Store, out: Path, options: Options, listen: Listener = lambda _step: None) -> Exported:
    """Write the graph to ``out`` as one state of it: nobody writes to the graph meanwhile.

    Raises ``UsageError`` for a place that is taken and ``LpgraphError`` for a full disk; then nothing is left there.
    """
    started = time.monotonic()
    if options.format not in FORMATS:
        raise UsageError(f"There is no format “{options.format}”. There are {', '.join(FORMATS)}.")
    _may(options)
    target.free(out, force=options.force)
    with writer(store, options.who or "export") as lease:
        finish_undoing(store)  # what a crash left half done is finished first, as by any writer
        finish(store)
        with target.fresh_file(out, force=options.force) as file:
            made = _jsonl(store, file, _ticks(out.name, listen))
            size = file.seek(0, 2)
            lease.check()
    return Exported(
        options.format, str(out), (str(out),), made.counts, size, round(time.monotonic() - started, 3), made.fingerprint
    )


def _may(options: Options) -> None:
    if options.side:
        raise UsageError(
            f"LPGRAPH_LEGAL_ENTITY is {options.side}, and {options.format} holds everything, also what is marked for "
            "the other side"
        )


def _ticks(name: str, listen: Listener) -> Callable[[int], None]:
    done = 0

    def tick(rows: int) -> None:
        nonlocal done
        done += rows
        listen(Progress(name, "exporting", done, 0))

    return tick


def _jsonl(store: Store, file: BinaryIO, tick: Callable[[int], None]) -> Head:
    return jsonl.write(store, file, tick)
