"""A reference file into an empty graph, which is then the graph that it was written from."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from lpgraph.errors import FileRefused, LpgraphError, UsageError
from lpgraph.exports import checking
from lpgraph.exports.lines import Head, Line
from lpgraph.ingest import labels
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.ingest.report import Listener, Progress
from lpgraph.store.graph import Step, Store
from lpgraph.store.lease import writer
from lpgraph.store.ledger import BATCH

BYTES = 8 << 20  # of lines in one transaction
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to."""

    file: str
    counts: Mapping[str, int]
    fingerprint: str
    seconds: float


def import_file(store: Store, path: Path, who: str = "", listen: Listener = lambda _step: None) -> Imported:
    """Bring a file of ``export --format jsonl`` into an empty graph.

    The file is looked through first. Raises ``FileRefused``, and ``UsageError`` for a graph that holds anything; an
    import that was stopped goes on with the same file.
    """
    started = time.monotonic()
    if not path.is_file():
        raise FileRefused(str(path), "there is no such file" if not path.exists() else "is no plain file")
    try:
        file = path.open("rb")
    except OSError as why:
        raise FileRefused(str(path), f"cannot be read ({why.strerror})") from why
    with file, writer(store, who or f"import of {path.name}"):
        progress = _Told(path.name, listen)
        start(store, checking.first_line(file, str(path)))
        head = checking.check(file, str(path), progress.of("checking", file, str(path)).rows)
        done = start(store, head)
        _write(store, file, str(path), head, done, progress.of("importing", file, str(path)))
        labels.heal(store)
        _whole(store, head, path)
    return Imported(str(path), head.counts, head.fingerprint, round(time.monotonic() - started, 3))


class _Told:
    """How far it is, for who listens."""

    def __init__(self, name: str, listen: Listener) -> None:
        self.name, self.listen, self.what, self.done, self.total = name, listen, "", 0, 0

    def of(self, what: str, file: BinaryIO, path: str) -> _Told:
        """The same for the next part of the work."""
        self.what, self.done = what, 0
        self.total = sum(checking.first_line(file, path).counts.values())
        return self

    def rows(self, rows: int) -> None:
        """So many lines more are done."""
        self.done += rows
        self.listen(Progress(self.name, self.what, self.done, self.total))


def start(store: Store, head: Head) -> int:
    """How many lines are in already: of this file, interrupted. Raises ``UsageError`` when something else is there."""
    rows = store.read("import_state")
    if rows and rows[0]["mark"] == head.sha256:
        return int(rows[0]["done"])
    if rows:
        raise UsageError("an import of another file was interrupted here; give that file again, or an empty graph")
    if store.read("import_anything"):
        raise UsageError(
            "this graph is not empty (lpgraph loads), and an import needs one that is: name a new folder by --home, "
            "or another database"
        )
    return 0


def _write(store: Store, file: BinaryIO, name: str, head: Head, done: int, told: _Told) -> None:
    """All lines after the first ``done``, each chunk with its mark in one transaction."""
    told.rows(done)
    for chunk, last in _chunks(file, name, done):
        steps = [("import_mark", {"mark": head.sha256, "done": last}), *steps_of(chunk)]
        store.write(*steps, landed=lambda end=last: start(store, head) >= end)  # type: ignore[misc]
        told.rows(len(chunk))


def _chunks(file: BinaryIO, name: str, done: int) -> Iterator[tuple[list[Line], int]]:
    """Lines of one kind at a time, no more than a transaction takes, with how many that makes in all."""
    chunk: list[Line] = []
    size, count = 0, done
    for number, text in checking.lines(file, name):
        if number - 1 <= done:
            continue
        line = checking.parse(text, name, number)
        if chunk and (line.kind != chunk[0].kind or len(chunk) >= BATCH or size + len(text) > BYTES):
            yield chunk, count
            chunk, size = [], 0
        chunk.append(line)
        size, count = size + len(text), number - 1
    if chunk:
        yield chunk, count


def steps_of(chunk: Sequence[Line]) -> list[Step]:
    """What writes lines of one kind."""
    kind, props = chunk[0].kind, [dict(line.holds["props"]) for line in chunk]
    match kind:
        case "entity":
            return _by((f"entity_create:{line.holds['label']}", _entity(line)) for line in chunk)
        case "mention":
            return _mentions(chunk)
        case "fact":
            return _by((_fact_query(line), _ends(line)) for line in chunk)
        case "decision":
            return [("decision_put", {"id": one["id"], "props": one}) for one in props]
        case "matched":
            return [("identity_state_set", {"mark": one["mark"]}) for one in props]
    return [(_PLAIN[kind], {"rows": props})]


_PLAIN = {
    "load": "import_loads", "batch": "import_batches", "identifier": "import_identifiers",
    "contact": "import_contacts", "retired": "retired_put", "review": "review_put", "shown": "import_shown",
}  # fmt: skip


def _by(rows: Iterator[tuple[str, Row]] | Any) -> list[Step]:
    """One statement for all rows of a query."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for query, row in rows:
        found[query].append(row)
    return [(query, {"rows": some}) for query, some in found.items()]


def _entity(line: Line) -> Row:
    return {"id": line.holds["props"]["id"], "props": line.holds["props"]}


def _mentions(chunk: Sequence[Line]) -> list[Step]:
    steps = _by(
        (
            f"import_mentions:{line.holds['props']['label']}",
            {"entity": line.holds["entity"], "by": line.holds["by"], "props": line.holds["props"]},
        )
        for line in chunk
    )
    for query, name in (("import_links", "ids"), ("import_addresses", "contacts")):
        rows = [{"key": line.holds["props"]["key"], "id": one} for line in chunk for one in line.holds[name]]
        if rows:
            steps.append((query, {"rows": rows}))
    return steps


def _fact_query(line: Line) -> str:
    return f"import_superseded:{line.holds['type']}" if line.holds["old"] else f"import_facts:{line.holds['type']}"


def _ends(line: Line) -> Row:
    return {"a": line.holds["a"], "b": line.holds["b"], "props": line.holds["props"]}


def _whole(store: Store, head: Head, path: Path) -> None:
    """The graph is the one of the file, or this says that it is not."""
    if fingerprint(store) != head.fingerprint:
        raise LpgraphError(
            f"{path}: the graph is not what the file says it must be (another fingerprint). Do not use it: import the "
            "file into another empty graph, or report this"
        )
    store.write(("import_close", {}), landed=lambda: not store.read("import_state"))
