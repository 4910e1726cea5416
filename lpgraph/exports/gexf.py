"""GEXF 1.2: the same nodes and edges in Gephi's own format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from lpgraph.exports.graphml import named
from lpgraph.exports.spool import Column, Spool, text_of, type_of
from lpgraph.exports.xml import escaped

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>lpgraph</creator></meta>
<graph mode="static" defaultedgetype="directed">
"""
_NODE = {"entity": "string", "kind": "string", "rows": "long"}
_EDGE = {"rows": "long", "sources": "string"}
_TAKEN = dict.fromkeys(("id", "label", "weight", "start", "end", "pid", "for", "source", "target", "viz"), "")
Keys = dict[Column, str]


def write(kept: Spool, file: BinaryIO) -> None:
    """Write the whole file."""
    file.write(_HEAD.encode())
    nodes = _attributes(file, "node", _NODE, kept.nodes.columns)
    edges = _attributes(file, "edge", _EDGE, kept.edges.columns)
    file.write(b"<nodes>\n")
    for node in kept.nodes:
        own = {"entity": node.entity, "kind": node.kind, "rows": node.rows}
        start = f'<node id="{escaped(node.id)}" label="{escaped(node.label)}">'
        file.write(f"{start}{_values(nodes, own, node.props)}</node>\n".encode())
    file.write(b"</nodes>\n<edges>\n")
    for edge in kept.edges:
        own = {"rows": edge.rows, "sources": edge.sources}
        ends = f'id="{edge.id}" source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
        file.write(f'<edge {ends} label="{edge.type}" weight="1">{_values(edges, own, edge.props)}</edge>\n'.encode())
    file.write(b"</edges>\n</graph>\n</gexf>\n")


def _attributes(file: BinaryIO, kind: str, own: Mapping[str, str], columns: Mapping[Column, None]) -> Keys:
    """Declare the columns and give the number of each."""
    every = [Column(name, of) for name, of in own.items()]
    every += [Column(named(c.name, {**own, **_TAKEN}), c.type) for c in columns]
    keys = {column: str(number) for number, column in enumerate(every)}
    file.write(f'<attributes class="{kind}">\n'.encode())
    for column, number in keys.items():
        file.write(f'<attribute id="{number}" title="{escaped(column.name)}" type="{column.type}"/>\n'.encode())
    file.write(b"</attributes>\n")
    return keys


def _values(keys: Keys, own: Mapping[str, Any], props: Mapping[str, Any]) -> str:
    every = {**own, **{named(name, {**own, **_TAKEN}): value for name, value in props.items()}}
    said = "".join(
        f'<attvalue for="{keys[Column(name, type_of(value))]}" value="{escaped(text_of(value))}"/>'
        for name, value in every.items()
    )
    return f"<attvalues>{said}</attvalues>"
