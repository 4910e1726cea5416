"""The lines of the reference format, in the order in which they are written and read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lpgraph.store.values import typed

FORMAT = 1
HEAD = 2_048  # bytes of the first line, so that it can be filled in when the others are written
# Each kind rests on those before it: a batch on its load, a mention on its entity, a fact on both its ends.
KINDS = (
    *("load", "batch", "entity", "identifier", "contact", "mention", "fact"),
    *("decision", "retired", "review", "shown", "matched"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what kind of record it is, and what it holds."""

    kind: str
    holds: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """The first line: what the file is, how much of what it holds, and two ways to tell that it is whole."""

    schema: int
    counts: Mapping[str, int]
    fingerprint: str
    sha256: str  # over all lines after this one
    format: int = FORMAT


def written(line: Line) -> bytes:
    """A line as bytes, the same for the same content."""
    return canonical({"is": line.kind, **{name: typed_all(value) for name, value in line.holds.items()}}) + b"\n"


def head(first: Head) -> bytes:
    """The first line, blanks up to its fixed length."""
    counts = {kind: first.counts.get(kind, 0) for kind in KINDS}
    content = {
        "is": "lpgraph", "format": first.format, "schema": first.schema, "counts": counts,
        "fingerprint": first.fingerprint, "sha256": first.sha256,
    }  # fmt: skip
    return canonical(content).ljust(HEAD - 1) + b"\n"


def canonical(content: Any) -> bytes:
    """JSON without a choice left: sorted names, no blanks, UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def typed_all(value: Any) -> Any:
    """``typed`` for the properties of a record as for a single value."""
    if isinstance(value, Mapping):
        return {name: typed(one) for name, one in value.items() if one is not None}
    return typed(value)
