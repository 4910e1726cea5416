"""GraphML: nodes and edges with typed properties, read by networkx, Gephi, yEd and their kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from lpgraph.exports.spool import Column, Spool, text_of, type_of
from lpgraph.exports.xml import escaped

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_NODE = {"label": "string", "entity": "string", "kind": "string", "rows": "long"}
_EDGE = {"label": "string", "rows": "long", "sources": "string"}
Keys = dict[Column, str]


def write(kept: Spool, file: BinaryIO) -> None:
    """Write the whole file."""
    nodes = _keys("n", _NODE, kept.nodes.columns)
    edges = _keys("e", _EDGE, kept.edges.columns)
    file.write(_HEAD.encode())
    for kind, keys in (("node", nodes), ("edge", edges)):
        for column, key in keys.items():
            name = escaped(column.name)
            file.write(f'<key id="{key}" for="{kind}" attr.name="{name}" attr.type="{column.type}"/>\n'.encode())
    file.write(b'<graph id="lpgraph" edgedefault="directed">\n')
    for node in kept.nodes:
        own = {"label": node.label, "entity": node.entity, "kind": node.kind, "rows": node.rows}
        file.write(f'<node id="{escaped(node.id)}">{_data(nodes, own, node.props)}</node>\n'.encode())
    for edge in kept.edges:
        own = {"label": edge.type, "rows": edge.rows, "sources": edge.sources}
        ends = f'id="{edge.id}" source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
        file.write(f"<edge {ends}>{_data(edges, own, edge.props)}</edge>\n".encode())
    file.write(b"</graph>\n</graphml>\n")


def named(name: str, own: Mapping[str, str]) -> str:
    """A property's name beside the columns that every node or edge has."""
    return f"{name} (own)" if name in own else name


def _keys(letter: str, own: Mapping[str, str], columns: Mapping[Column, None]) -> Keys:
    """The id of each column; a property that is a number here and text there is two of one name."""
    every = [
        *(Column(name, kind) for name, kind in own.items()),
        *(Column(named(c.name, own), c.type) for c in columns),
    ]
    return {column: f"{letter}{number}" for number, column in enumerate(every)}


def _data(keys: Keys, own: Mapping[str, Any], props: Mapping[str, Any]) -> str:
    every = {**own, **{named(name, own): value for name, value in props.items()}}
    return "".join(
        f'<data key="{keys[Column(name, type_of(value))]}">{escaped(text_of(value))}</data>'
        for name, value in every.items()
    )
