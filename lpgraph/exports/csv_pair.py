"""Nodes and edges as two tables, with the headings that Gephi and its kind look for."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from lpgraph.exports.cells import tame
from lpgraph.exports.spool import Kept, Spool, text_of
from lpgraph.exports.target import private

NAMES = ("nodes.csv", "edges.csv")
NODES = ("Id", "Label", "entity", "kind", "rows")
EDGES = ("Source", "Target", "Type", "Id", "Label", "Weight", "rows", "sources")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # in a zip: the same graph is the same bytes


def write_folder(kept: Spool, folder: Path, *, raw: bool) -> None:
    """Both tables into a folder."""
    for name, rows in zip(NAMES, _tables(kept), strict=True):
        with private(folder / name) as file:
            _write(rows, file, raw=raw)


def write_zip(kept: Spool, file: BinaryIO, *, raw: bool) -> None:
    """Both tables into one zip."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, rows in zip(NAMES, _tables(kept), strict=True):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            with packed.open(info, "w", force_zip64=True) as member:
                _write(rows, member, raw=raw)


def _tables(kept: Spool) -> tuple[Iterator[Sequence[str]], Iterator[Sequence[str]]]:
    return _rows(NODES, kept.nodes, _node), _rows(EDGES, kept.edges, _edge)


def _rows(first: Sequence[str], kept: Kept, own: Callable[[object], list[str]]) -> Iterator[Sequence[str]]:
    names = list(dict.fromkeys(column.name for column in kept.columns))
    taken = {name.casefold() for name in first}
    yield [*first, *(f"{name} (own)" if name.casefold() in taken else name for name in names)]
    for item in kept:
        yield [*own(item), *(text_of(item.props[name]) if name in item.props else "" for name in names)]


def _node(item: object) -> list[str]:
    return [str(getattr(item, name)) for name in ("id", "label", "entity", "kind", "rows")]


def _edge(item: object) -> list[str]:
    source, target, own, kind, rows, sources = (
        str(getattr(item, name)) for name in ("source", "target", "id", "type", "rows", "sources")
    )
    return [source, target, "Directed", own, kind, "1", rows, sources]


def _write(rows: Iterator[Sequence[str]], file: BinaryIO | object, *, raw: bool) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")  # type: ignore[type-var]
    out = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    for row in rows:
        out.writerow(row if raw else [tame(cell) for cell in row])
    text.flush()
    text.detach()
