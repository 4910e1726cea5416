"""One export: which format, where to, what is left out, and what it came to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lpgraph.errors import UsageError
from lpgraph.exports import csv_pair, cypher, gexf, graphml, jsonl, target
from lpgraph.exports.network import Network
from lpgraph.exports.spool import Spool, spool
from lpgraph.ingest.deciding import finish
from lpgraph.ingest.report import Listener, Progress
from lpgraph.ingest.undo import finish_undoing
from lpgraph.store.graph import Store
from lpgraph.store.lease import Lease, writer

WHOLE = ("jsonl", "cypher")  # hold everything, and more than other tools should get
FORMATS = ("jsonl", "csv", "graphml", "gexf", "cypher")
Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is made. ``contacts``: with addresses and notes; ``raw``: cells as they are, formulas too;
    ``side``: c3 or c4, whose eyes these are (empty sees both).
    """

    format: str
    force: bool = False
    contacts: bool = False
    raw: bool = False
    side: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to. ``left_out``: what the format does not take, and how much of it."""

    format: str
    out: str
    files: tuple[str, ...]
    counts: Mapping[str, int]
    bytes: int
    seconds: float
    fingerprint: str = ""
    left_out: Mapping[str, int] = field(default_factory=dict)


def export(store: Store, out: Path, options: Options, listen: Listener = lambda _step: None) -> Exported:
    """Write the graph to ``out`` as one state of it: nobody writes to the graph while it is read.

    Raises ``UsageError`` for a place that is taken and ``LpgraphError`` for a full disk; then nothing is left there.
    """
    started = time.monotonic()
    packed = out.suffix.casefold() == ".zip"
    _check(out, options, packed=packed)
    tick = _ticks(out.name, listen)
    mark, left_out = "", {}
    if options.format in WHOLE:
        with target.fresh_file(out, force=options.force) as file, _still(store, options) as lease:
            counts, mark = _everything(store, file, options.format, tick)
            lease.check()
    else:
        network = Network(store, options.contacts, options.side)
        with target.scratch(out) as folder:
            with _still(store, options) as lease:
                kept = spool(network, folder, tick)
                lease.check()
            _write(kept, out, options, packed=packed)
        counts = {"nodes": kept.nodes.count, "edges": kept.edges.count}
        left_out = {what: n for what, n in sorted(network.left_out.items()) if n}
    files = [out / name for name in csv_pair.NAMES] if out.is_dir() else [out]
    return Exported(
        options.format, str(out), tuple(map(str, files)), counts, sum(f.stat().st_size for f in files),
        round(time.monotonic() - started, 3), mark, left_out,
    )  # fmt: skip


def _everything(store: Store, file: BinaryIO, format_: str, tick: Tick) -> tuple[Mapping[str, int], str]:
    """How many records of each kind there are, and the fingerprint where the format says it."""
    if format_ == "cypher":
        return cypher.write(store, file, tick), ""
    first = jsonl.write(store, file, tick)
    return first.counts, first.fingerprint


def _check(out: Path, options: Options, *, packed: bool) -> None:
    """Raises ``UsageError`` for what cannot be done, before anything is read."""
    if options.format not in FORMATS:
        raise UsageError(f"There is no format “{options.format}”. There are {', '.join(FORMATS)}.")
    if options.format in WHOLE and options.side:
        raise UsageError(
            f"LPGRAPH_LEGAL_ENTITY is {options.side}, and {options.format} holds everything, also what is marked for "
            f"the other side. Another format leaves that out: {', '.join(one for one in FORMATS if one not in WHOLE)}"
        )
    if options.format == "csv" and not packed:
        target.check_folder(out, csv_pair.NAMES, force=options.force)
    else:
        target.free(out, force=options.force)


@contextmanager
def _still(store: Store, options: Options) -> Iterator[Lease]:
    """The graph with nobody writing to it. What a crash left half done is finished first, as by any writer."""
    with writer(store, options.who or "export") as lease:
        finish_undoing(store)
        finish(store)
        yield lease


def _write(kept: Spool, out: Path, options: Options, *, packed: bool) -> None:
    if options.format == "csv" and not packed:
        with target.fresh_folder(out, csv_pair.NAMES, force=options.force) as folder:
            csv_pair.write_folder(kept, folder, raw=options.raw)
        return
    with target.fresh_file(out, force=options.force) as file:
        _write_file(kept, file, options)


def _write_file(kept: Spool, file: BinaryIO, options: Options) -> None:
    match options.format:
        case "csv":
            csv_pair.write_zip(kept, file, raw=options.raw)
        case "graphml":
            graphml.write(kept, file)
        case "gexf":
            gexf.write(kept, file)


def _ticks(name: str, listen: Listener) -> Tick:
    done = 0

    def tick(rows: int) -> None:
        nonlocal done
        done += rows
        listen(Progress(name, "exporting", done, 0))

    return tick
