"""The reference format: every record of the graph as one JSON line, the same bytes for the same graph."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import BinaryIO

from lpgraph.exports.lines import HEAD, Head, head, written
from lpgraph.exports.reading import everything
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.store import schema
from lpgraph.store.graph import Store


def write(store: Store, file: BinaryIO, tick: Callable[[int], None]) -> Head:
    """Write all lines; the first, which counts the others, is filled in at the end. ``tick(lines)`` as it goes on."""
    counts: Counter[str] = Counter()
    total, since = hashlib.sha256(), 0
    file.seek(HEAD)
    for line in everything(store):
        text = written(line)
        total.update(text)
        file.write(text)
        counts[line.kind] += 1
        since += 1
        if since == 5_000:
            tick(since)
            since = 0
    tick(since)
    first = Head(schema.version(store), counts, fingerprint(store), total.hexdigest())
    file.seek(0)
    file.write(head(first))
    return first
