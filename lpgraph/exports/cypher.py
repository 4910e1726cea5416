"""The whole graph as a script for an empty Neo4j: the statements of an import with the data as literals in them.

This is the one place where data becomes part of a statement, so a text is written letter by letter: quotes and
backslashes escaped, control characters as ``\\uXXXX``, and never a backslash with a ``u`` behind it, which Neo4j
would read as one letter before it looks at anything else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

from lpgraph.errors import LpgraphError
from lpgraph.exports.importing import steps_of
from lpgraph.exports.lines import Line
from lpgraph.exports.reading import everything
from lpgraph.store import schema
from lpgraph.store.graph import Step, Store
from lpgraph.store.values import kind_of
from queries import catalogue

ROWS = 20  # of a statement: Neo4j plans a longer one for minutes
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PARAM = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"
_SPECIAL = re.compile(f"[\\\\'\"{_CONTROL}]")
_BEFORE_U = re.compile(f"(?<=\\\\)(?=[u{_CONTROL}])")  # between a backslash and what begins with a u, or will
_SHORT = {"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LEAST = -(1 << 63)  # which Neo4j reads as minus of a number that is too large


def write(store: Store, file: BinaryIO, tick: Callable[[int], None]) -> dict[str, int]:
    """Write the script; how many records of each kind it has."""
    counts: dict[str, int] = {}
    for number, statements in enumerate(schema.MIGRATIONS, 1):
        for name in statements:
            if catalogue()[name].dialect != "arcadedb":
                _put(file, (name, {}))
        _put(file, ("schema_version_set", {"version": number}))
    for chunk in _chunks(store):
        for step in steps_of(chunk):
            _put(file, step)
        counts[chunk[0].kind] = counts.get(chunk[0].kind, 0) + len(chunk)
        tick(len(chunk))
    return counts


def _chunks(store: Store) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in everything(store):
        size = 1 if line.kind == "batch" else ROWS  # one mark lists up to 5,000 facts
        if chunk and (line.kind != chunk[0].kind or len(chunk) >= size):
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _put(file: BinaryIO, step: Step) -> None:
    name, params = step
    text = _PARAM.sub(lambda found: literal(params[found[1]]), catalogue()[name].text)
    file.write(f"{text};\n".encode())


def literal(value: Any) -> str:
    """A value as Cypher writes it. Raises ``LpgraphError`` for a property's name that would need quoting."""
    match value:
        case Mapping():
            said = "{" + ", ".join(f"{_name(name)}: {literal(one)}" for name, one in value.items()) + "}"
        case str():
            said = _text(value)
        case None | bool():
            said = {None: "null", True: "true", False: "false"}[value]
        case int():
            said = str(value) if value != _LEAST else f"({_LEAST + 1} - 1)"
        case float():
            said = repr(value) if math.isfinite(value) else f"({_over_zero(value)} / 0.0)"
        case list() | tuple():
            said = "[" + ", ".join(map(literal, value)) + "]"
        case _:
            said = f"{_call(value)}({_text(value.iso_format())})"
    return said


def _call(value: Any) -> str:
    """The function that makes a date or time of its text."""
    kind = kind_of(value)
    return f"local{kind}" if kind in ("datetime", "time") and value.tzinfo is None else kind


def _over_zero(value: float) -> str:
    return "0.0" if math.isnan(value) else "1.0" if value > 0 else "-1.0"


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise LpgraphError(f"a property is called “{name[:60]}”, which a Cypher script cannot say; take jsonl")
    return f"`{name}`"


def _text(text: str) -> str:
    """A text in quotes; where Neo4j could take a backslash and what follows for one letter, two texts joined."""
    parts = _BEFORE_U.split(text)
    said = " + ".join(f"'{_SPECIAL.sub(_escape, part)}'" for part in parts)
    return f"({said})" if len(parts) > 1 else said


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"
