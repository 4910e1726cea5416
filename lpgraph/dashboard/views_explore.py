"""From what explore reads to what the graph and its table draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lpgraph.dashboard import words
from lpgraph.dashboard.graph.kinds import look
from lpgraph.dashboard.graph.payload import Dot, Drawing, Point, Ring, Style, Tie
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views import shown
from lpgraph.explore.ego import TOGETHER, Edge, GraphView, Node
from lpgraph.explore.entities import Entity
from lpgraph.explore.paths import Path, Step
from lpgraph.model import Kind
from lpgraph.network import layout

MOST = 150  # at first
FULL = 300  # after expanding: more cannot be read
EXPAND_BY = 40
Three = Literal[1, 2, 3]
_ARROWS = frozenset({"AFFILIATED_WITH", "ADVISES_ON", "PART_OF", "WITHIN", "GOVERNS"})
_LABEL_FIRST = (
    Kind.OFFICIAL, Kind.CAMPAIGN, Kind.BODY, Kind.UNION, Kind.ORGANIZATION, Kind.POLICY, Kind.MEASURE, Kind.EVENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exploration:
    """What one visitor has on the graph: where it began, what was added beside what, and where each thing stands."""

    view: str
    root: str
    nodes: Mapping[str, Node]
    edges: Mapping[str, Edge]
    places: Mapping[str, Point]
    by: Mapping[str, str]
    hidden: int = 0
    end: str = ""  # the other end of its paths
    ways: tuple[str, ...] = ()  # each path as a sentence, when it shows paths

    @property
    def full(self) -> bool:
        """Whether no more fits that a person could read."""
        return len(self.nodes) >= FULL


def view_of(who: str, to: str | None) -> str:
    """The name of what is looked at: it stays while the graph grows."""
    return f"ways:{who}:{to}" if to else f"around:{who}"


def begin(view: GraphView) -> Exploration:
    """A new exploration around one thing."""
    root = view.centre.id
    nodes = {node.id: node for node in view.nodes}
    edges = {edge.id: edge for edge in view.edges}
    pairs = [(edge.a, edge.b) for edge in view.edges]
    places = layout.around(root, list(nodes), pairs, {node.id: node.kind for node in view.nodes})
    return Exploration(view_of(root, None), root, nodes, edges, places, {}, view.hidden)


def grow(exploration: Exploration, view: GraphView, parent: str) -> Exploration:
    """The exploration with what lies around ``parent`` added; what stood already stays where it is."""
    room = max(FULL - len(exploration.nodes), 0)
    new = [node for node in view.nodes if node.id not in exploration.nodes][:room]
    nodes = {**exploration.nodes, **{node.id: node for node in new}}
    edges = dict(exploration.edges)
    for edge in view.edges:
        if edge.a in nodes and edge.b in nodes:
            edges.setdefault(edge.id, edge)
    centre = exploration.places.get(parent, (0.0, 0.0))
    spots = layout.beside(centre, [node.id for node in new], exploration.places.values())
    by = {**exploration.by, **dict.fromkeys(spots, parent)}
    hidden = max(exploration.hidden - len(new), 0) + view.hidden
    return replace(exploration, nodes=nodes, edges=edges, places={**exploration.places, **spots}, by=by, hidden=hidden)


def refreshed(exploration: Exploration, view: GraphView) -> Exploration:
    """The exploration after something was written: ties of the centre as they are now, everything where it stood."""
    fresh = begin(view)
    old = {i: e for i, e in exploration.edges.items() if not _read_anew(e, fresh)}
    tied = {end for edge in old.values() for end in (edge.a, edge.b)}
    nodes = {i: n for i, n in exploration.nodes.items() if i in tied or i == exploration.root}
    nodes |= fresh.nodes
    new = [node for node in fresh.nodes if node not in exploration.places]
    spots = layout.beside(exploration.places.get(exploration.root, (0.0, 0.0)), new, exploration.places.values())
    places = {**exploration.places, **spots}
    return replace(exploration, nodes=nodes, edges={**old, **fresh.edges}, places=places, hidden=view.hidden)


def settled(exploration: Exploration, before: Exploration) -> Exploration:
    """An exploration that was read anew, with everything that was there before where it stood."""
    stood = {i: place for i, place in before.places.items() if i in exploration.nodes}
    return replace(exploration, places={**exploration.places, **stood})


def _read_anew(edge: Edge, fresh: Exploration) -> bool:
    """Whether the new reading would hold the tie if it were still there: what was taken back is then gone."""
    if edge.a in fresh.nodes and edge.b in fresh.nodes:
        return True
    return fresh.root in (edge.a, edge.b) and (not fresh.hidden or edge.type == "KNOWS")


def ways(paths: Sequence[Path]) -> Exploration:
    """The paths between two, drawn from left to right."""
    first, last = paths[0].steps[0].a.id, paths[0].steps[-1].b.id
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for path in paths:
        for step in path.steps:
            nodes |= {end.id: _node(end) for end in (step.a, step.b)}
            key = step.facts[0].keys[0] if step.facts else f"{step.a.id}>{step.b.id}:{step.type}"
            a, b = (step.facts[0].a, step.facts[0].b) if step.facts else (step.a.id, step.b.id)
            edges[key] = Edge(key, a, b, step.type, step.text, step.current)
    places = layout.between([[path.steps[0].a.id, *(step.b.id for step in path.steps)] for path in paths])
    return Exploration(view_of(first, last), first, nodes, edges, places, {}, end=last, ways=tuple(path_lines(paths)))


def _node(entity: Entity) -> Node:
    official = entity.kind == Kind.OFFICIAL
    return Node(entity.id, entity.label, entity.kind, entity.name, entity.where, current=official)


def drawing(exploration: Exploration, today: str = "") -> Drawing:
    """The graph as the component draws it."""
    ties = tuple(tie(edge) for edge in exploration.edges.values())
    degree = Counter(end for line in ties for end in {line.a, line.b})
    friends = {
        end
        for e in exploration.edges.values()
        if e.type == "KNOWS" and exploration.root in (e.a, e.b)
        for end in (e.a, e.b)
    }
    order = sorted(exploration.nodes.values(), key=lambda n: _importance(n, degree[n.id], n.id in friends, exploration))
    dots = tuple(
        Dot(
            id=node.id,
            label=clean(node.name),
            name=clean(node.name),
            kind=node.kind,
            sub=" · ".join(part for part in (clean(node.line), clean(node.where)) if part),
            size=_size(degree[node.id], node.id in (exploration.root, exploration.end)),
            ring=_ring(node, today or date.today().isoformat()),
            rank=rank,
            by=exploration.by.get(node.id, ""),
        )
        for rank, node in enumerate(order)
    )
    return Drawing(exploration.view, exploration.root, dots, ties, exploration.places, exploration.hidden)


def _importance(node: Node, degree: int, friend: bool, exploration: Exploration) -> tuple[int, int, int, str]:
    """What gets a label first: the centre, who is known, the best connected, then the kinds that people look for."""
    kind = _LABEL_FIRST.index(Kind(node.kind)) if node.kind in _LABEL_FIRST else len(_LABEL_FIRST)
    return (node.id != exploration.root, -min(degree + (6 if friend else 0), 9), kind, node.id)


def _size(degree: int, root: bool) -> Three:
    return 3 if root or degree >= 12 else 2 if degree >= 4 else 1


def _ring(node: Node, today: str) -> Ring:
    """A ring for a post held today, broken when the term is known to end within a year."""
    if node.kind != Kind.OFFICIAL:
        return ""
    year_on = f"{int(today[:4]) + 1}{today[4:]}"
    ends = node.term_ends
    return "broken" if ends and ends <= year_on[: len(ends)] else "whole"


def tie(edge: Edge) -> Tie:
    """One line: solid for what was recorded, thin for being at the same events, dashed for a no, grey for the past."""
    return Tie(
        id=edge.id,
        a=edge.a,
        b=edge.b,
        text=clean(edge.text),
        style=_style(edge),
        width=_width(edge),
        arrow=edge.directed and edge.type in _ARROWS,
    )


def _style(edge: Edge) -> Style:
    if not edge.current:
        return "ended"
    if edge.type == "DO_NOT_INTRODUCE":
        return "dashed"
    return "thin" if edge.thin or edge.type == TOGETHER else "solid"


def _width(edge: Edge) -> Three:
    """Three steps: a strength of five, or a number of events."""
    if edge.thin:
        return 1 if edge.weight < 2 else 2 if edge.weight < 4 else 3
    if edge.type == "KNOWS":
        return 1 if edge.weight < 3 else 2 if edge.weight < 5 else 3
    return 1


def tie_table(exploration: Exploration, off: Collection[str]) -> list[dict[str, str]]:
    """Every tie on the graph as a row, kinds that are switched off left out; the same order each time."""
    shown = {i for i, node in exploration.nodes.items() if node.kind not in off}
    rows = [
        {
            "a": clean(exploration.nodes[edge.a].name),
            "text": clean(edge.text) + ("" if edge.current else words.ENDED),
            "b": clean(exploration.nodes[edge.b].name),
        }
        for edge in exploration.edges.values()
        if edge.a in shown and edge.b in shown
    ]
    return sorted(rows, key=lambda row: (row["a"], row["b"], row["text"]))


def thing_table(exploration: Exploration, off: Collection[str]) -> list[dict[str, str | int]]:
    """Everything on the graph as a row, the best connected first."""
    degree = Counter(end for edge in exploration.edges.values() for end in {edge.a, edge.b})
    nodes = [node for node in exploration.nodes.values() if node.kind not in off]
    nodes.sort(key=lambda node: (-degree[node.id], node.name))
    return [
        {
            "name": clean(node.name),
            "kind": look(node.kind).one,
            "sub": " · ".join(part for part in (clean(node.line), clean(node.where)) if part),
            "ties": degree[node.id],
        }
        for node in nodes
    ]


def path_lines(paths: Sequence[Path]) -> list[str]:
    """Each path as one sentence: ``Ana Reyes knows Jon Diaz (strength 3 of 5); Jon Diaz attended Spring convening``."""
    return ["; ".join(clean(_step(step)) for step in path.steps) for path in paths]


def _step(step: Step) -> str:
    if not step.facts:
        return f"{step.a.name} {step.text} {step.b.name}"
    fact = step.facts[0]
    return " ".join(part for part in (step.a.name, fact.verb(step.a.id), step.b.name, fact.extra()) if part)


def caption(exploration: Exploration) -> str:
    """The line above the graph: how much of what is there is drawn."""
    root = clean(exploration.nodes[exploration.root].name)
    if exploration.ways:
        last = clean(exploration.nodes[exploration.end].name)
        return words.PATHS.format(n=words.count(len(exploration.ways), "shortest path"), a=root, b=last)
    return f"{words.AROUND.format(name=root)} {shown(len(exploration.nodes), exploration.hidden)}. {words.GRAPH_HINT}"


def expanded(before: Exploration, after: Exploration, parent: str) -> str:
    """What an expansion came to."""
    new = len(after.nodes) - len(before.nodes)
    name = clean(after.nodes[parent].name)
    if not new:
        return words.NOTHING_NEW.format(name=name)
    return f"{words.EXPANDED.format(n=words.number(new), name=name)} {shown(len(after.nodes), after.hidden)}."
