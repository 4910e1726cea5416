"""What was read, kept in private files until its columns are known: a header names them before the first row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from lpgraph.exports.lines import typed_all
from lpgraph.exports.network import Edge, Network, Node
from lpgraph.exports.target import private
from lpgraph.store.values import shown, untyped

TELL = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """A property that some node or edge has, of one type: ``boolean``, ``long``, ``double`` or ``string``."""

    name: str
    type: str


@dataclass(slots=True)
class Kept:
    """Nodes, or edges, on disk."""

    path: Path
    made: type[Any]
    count: int = 0
    columns: dict[Column, None] = field(default_factory=dict)

    def fill(self, items: Iterator[Any], tick: Callable[[int], None]) -> None:
        """Keep all items."""
        with private(self.path) as file:
            for item in items:
                self._keep(file, item)
                if self.count % TELL == 0:
                    tick(TELL)
        self.columns = dict.fromkeys(sorted(self.columns, key=lambda c: (c.name, c.type)))

    def _keep(self, file: BinaryIO, item: Any) -> None:
        self.count += 1
        self.columns |= dict.fromkeys(Column(name, type_of(value)) for name, value in item.props.items())
        file.write(json.dumps({**asdict(item), "props": typed_all(item.props)}).encode() + b"\n")

    def __iter__(self) -> Iterator[Any]:
        """All that was kept, in order."""
        with self.path.open("rb") as file:
            for line in file:
                fields = json.loads(line)
                fields["props"] = {name: untyped(value) for name, value in fields["props"].items()}
                yield self.made(**fields)


@dataclass(frozen=True, slots=True)
class Spool:
    """A network on disk."""

    nodes: Kept
    edges: Kept


def spool(network: Network, folder: Path, tick: Callable[[int], None]) -> Spool:
    """Read a network into files of this private folder."""
    kept = Spool(Kept(folder / "nodes.kept", Node), Kept(folder / "edges.kept", Edge))
    kept.nodes.fill(network.nodes(), tick)
    kept.edges.fill(network.edges(), tick)
    return kept


def type_of(value: Any) -> str:
    """The type that XML formats give a value; what they have none for is text."""
    if isinstance(value, bool):
        return "boolean"
    return "long" if isinstance(value, int) else "double" if isinstance(value, float) else "string"


def text_of(value: Any) -> str:
    """A value in a cell; a list is JSON."""
    if isinstance(value, list):
        return json.dumps([typed_all(one) for one in value], ensure_ascii=False)
    return shown(value)
