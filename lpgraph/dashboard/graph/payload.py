"""A drawable graph through pyvis to the JSON that the component takes: allow-listed keys, nothing else.

pyvis is the builder; its HTML is never made (it would load from the network and render titles as HTML).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from lpgraph.dashboard import words
from lpgraph.dashboard.graph.kinds import LOOKS, OTHER

Point = tuple[float, float]
Style = Literal["solid", "thin", "dashed", "ended"]
Ring = Literal["", "whole", "broken"]

_NODE_KEYS = ("id", "label", "x", "y", "size", "kind", "name", "sub", "ring", "ghost", "rank", "by")
_EDGE_KEYS = ("id", "width", "style", "text", "arrow")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing on the graph. ``rank`` 0 is labelled first; ``by`` names the dot it was expanded from."""

    id: str
    label: str
    name: str
    kind: str
    sub: str = ""
    size: Literal[1, 2, 3] = 1
    ring: Ring = ""
    ghost: bool = False
    rank: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One line between two dots; ``id`` is the relationship's own, so that two ties may join one pair."""

    id: str
    a: str
    b: str
    text: str
    style: Style = "solid"
    width: Literal[1, 2, 3] = 1
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that one graph shows: ``view`` changes when it is another graph, and stays when it only grows."""

    view: str
    root: str
    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]
    places: Mapping[str, Point] = field(default_factory=dict)
    hidden: int = 0


def payload(drawing: Drawing, height: int) -> Json:
    """What the component is handed: nodes, edges, looks of the kinds that occur, and its words."""
    from pyvis.network import Network

    net = Network(directed=True)
    net.toggle_physics(False)
    shown = {dot.id for dot in drawing.dots}
    for dot in drawing.dots:
        x, y = drawing.places.get(dot.id, (0.0, 0.0))
        options = {k: v for k, v in asdict(dot).items() if k not in ("id", "label")}
        net.add_node(dot.id, label=dot.label, x=round(x, 1), y=round(y, 1), **options)
    for tie in drawing.ties:
        if tie.a in shown and tie.b in shown and tie.a != tie.b:
            net.add_edge(tie.a, tie.b, id=tie.id, width=tie.width, style=tie.style, text=tie.text, arrow=tie.arrow)
    kinds = {dot.kind if dot.kind in LOOKS else OTHER for dot in drawing.dots} | {OTHER}
    return {
        "view": drawing.view,
        "root": drawing.root,
        "height": height,
        "nodes": [_known(_pick(node, _NODE_KEYS)) for node in net.nodes],
        "edges": [{**_pick(edge, _EDGE_KEYS), "a": edge["from"], "b": edge["to"]} for edge in _once(net.edges)],
        "kinds": {kind: asdict(look) for kind, look in LOOKS.items() if kind in kinds},
        "words": words.GRAPH,
    }


def _pick(item: Mapping[str, Any], keys: tuple[str, ...]) -> Json:
    return {key: item[key] for key in keys if key in item}


def _known(node: Json) -> Json:
    return node if node["kind"] in LOOKS else {**node, "kind": OTHER}


def _once(edges: Iterable[Json]) -> Iterable[Json]:
    """Every edge under an id of its own: a duplicate id makes the drawing library throw."""
    seen: set[str] = set()
    for edge in edges:
        if edge["id"] not in seen:
            seen.add(edge["id"])
            yield edge
