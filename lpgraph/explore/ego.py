"""The picture around one entity: its neighbours by relevance, never more than can be read, and what was left out.

Who was at the same events is computed here ("together at 3 events"), never stored and never called knowing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lpgraph.errors import NotFound
from lpgraph.explore import dates, facts
from lpgraph.explore.entities import Card, Entity, Reads, cards, find, key_label
from lpgraph.explore.facts import Fact, Labels
from lpgraph.model import Label

TOGETHER = "TOGETHER"  # the type of the computed edge; no relationship of the graph has it
MOST = 150
CO_ATTENDEES = 400  # the strongest that are looked at
_QUERIES = ("explore_facts", "explore_posts", "explore_together", "explore_between")

# Lower is more relevant; what has ended comes after all that holds.
_RANK = {
    "KNOWS": 0,
    "HOLDS": 1, "IN_BODY": 1,
    "LEADS": 2, "BOARD_OF": 2, "STAFF_OF": 2, "MEMBER_OF": 2, "AFFILIATED_WITH": 2, "GOVERNS": 2, "REPRESENTS": 2,
    "WORKS_ON": 3, "ADVISES_ON": 3, "SPONSORED": 3, "ENACTS": 3,
    "HOSTED": 4, "ATTENDED": 4, "IN_AREA": 4, "ACTIVE_IN": 4, "ABOUT": 4, "PART_OF": 4,
    "INTERESTED_IN": 5, "ALTERNATIVE_TO": 5, "REGISTERED_FOR": 6, "VOTED": 6, "EXPECTED": 6,
    "LOCATED_IN": 7, "WITHIN": 8, "DO_NOT_INTRODUCE": 9,
}  # fmt: skip
_LAST = "\U0010ffff\U0010ffff"  # sorts behind every date
_ENDED = 10  # added to the rank of what holds no more


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the picture. ``current`` is an official's: a post today; ``term_ends`` when the last one ends."""

    id: str
    label: str
    kind: str
    name: str
    where: str
    line: str = ""
    current: bool = False
    term_ends: str = ""
    centre: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie in the picture, from ``a`` to ``b``. ``id`` is the fact's own key; ``keys`` all that say the same.

    ``thin`` marks the computed "together at n events", whose ``weight`` is n; a KNOWS weighs its strength.
    """

    id: str
    a: str
    b: str
    type: str
    text: str
    current: bool = True
    thin: bool = False
    directed: bool = True
    weight: int = 1
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphView:
    """What to draw, and how much was left out: in all and by label; ``queries`` name the statements behind it."""

    centre: Entity
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    hidden: int = 0
    hidden_by: Mapping[str, int] = field(default_factory=dict)
    queries: tuple[str, ...] = _QUERIES


def ego(store: Reads, entity_id: str, limit: int = MOST, on: str | None = None) -> GraphView:
    """The entity and at most ``limit - 1`` others. Raises ``NotFound`` for an id that is not there."""
    return _view(store, entity_id, frozenset(), limit, on or dates.today())


def expand(
    store: Reads, entity_id: str, known_ids: Collection[str], limit: int = 40, on: str | None = None
) -> GraphView:
    """What an entity adds to a picture of ``known_ids``: the new nodes, and their edges to all that is shown."""
    return _view(store, entity_id, frozenset(known_ids) - {entity_id}, limit, on or dates.today())


@dataclass(frozen=True, slots=True)
class _Around:
    """What lies around the centre, read once."""

    centre: Entity
    found: Sequence[Fact]
    through: Mapping[str, tuple[str, bool]]  # reached through a post: id → label, whether it holds now
    together: Mapping[str, int]  # people who were at the same events → at how many
    labels: Labels
    on: str


def _view(store: Reads, entity_id: str, known: frozenset[str], limit: int, on: str) -> GraphView:
    around = _read(store, entity_id, on)
    order = _order(store, around)
    fresh = [i for i in order if i not in known][: max(limit - 1, 0)]
    left_out = set(order) - set(fresh) - known
    shown: Labels = {i: around.labels[i] for i in fresh} | {entity_id: around.centre.label}
    drawn = cards(store, [(label, i) for i, label in shown.items()], on)
    return GraphView(
        centre=around.centre,
        nodes=tuple(_node(drawn[i], entity_id) for i in (entity_id, *fresh) if i in drawn),
        edges=(*_edges(store, shown, known, on), *_thin(around, set(shown) | known)),
        **_hidden(store, around, left_out),
    )


def _read(store: Reads, entity_id: str, on: str) -> _Around:
    centre = find(store, entity_id, on)
    if centre is None:
        raise NotFound(f"There is nothing with the id {entity_id}.")
    found, labels = facts.of_entity(store, centre.label, entity_id)
    together = {}
    if centre.label == Label.PERSON:
        rows = store.read("explore_together", id=entity_id, limit=CO_ATTENDEES)
        together = {row["id"]: int(row["events"]) for row in rows}
    through = _through_posts(store, centre, labels, on)
    labels |= {i: label for i, (label, _now) in through.items()} | dict.fromkeys(together, str(Label.PERSON))
    labels.pop(entity_id, None)
    return _Around(centre, found, through, together, labels, on)


def _through_posts(store: Reads, centre: Entity, labels: Labels, on: str) -> dict[str, tuple[str, bool]]:
    """A person's bodies, and the people of a body or an area: what lies behind its posts."""
    posts = sorted(i for i, label in labels.items() if label == Label.POST)
    reached: dict[str, tuple[str, bool]] = {}
    if centre.label == Label.AREA:  # the posts of its bodies
        bodies = sorted(i for i, label in labels.items() if label == Label.ORGANIZATION)
        rows = store.read("explore_reach:Organization", ids=bodies, types=["IN_BODY"]) if bodies else []
        seats = sorted({row["b"] for row in rows if key_label(row["labels"]) == Label.POST})
        reached |= {i: (str(Label.POST), True) for i in seats}
        posts = sorted({*posts, *seats})
    for row in store.read("explore_posts", ids=posts) if posts else []:
        mine = centre.label != Label.PERSON or row["personId"] == centre.id
        now = dates.is_current(row["startDate"], row["endDate"], on)
        ends = ((row["bodyId"], Label.ORGANIZATION), (row["personId"], Label.PERSON))
        for other, label in ends if centre.label != Label.PERSON else ends[:1]:
            if mine and other and other != centre.id:
                reached[other] = (str(label), now or reached.get(other, ("", False))[1])
    return reached


def _order(store: Reads, around: _Around) -> list[str]:
    """Everything around the centre, most relevant first; a third of the events wait for the people met at them."""
    centre = around.centre.id
    when = {i: c.when for i, c in cards(store, _events(around.labels), around.on).items()}
    best: dict[str, tuple[int, str, str]] = {}
    for fact in around.found:
        other = fact.other(centre)
        strength = next((v for k, v in fact.details if k == "strength"), "0")
        rank = _RANK[fact.type] + (0 if fact.current(around.on) else _ENDED)
        newest = _reversed(when.get(other) or fact.start or fact.end or strength)
        best[other] = min(best.get(other, (99, "", "")), (rank, newest, other))
    for other, (_label, now) in around.through.items():
        best[other] = min(best.get(other, (99, "", "")), (1 if now else 1 + _ENDED, _LAST, other))
    ordered = [key[2] for key in sorted(best.values()) if key[2] != centre]
    met = [i for i in around.together if i not in best]
    events = [i for i in ordered if around.labels[i] == Label.EVENT and best[i][0] == _RANK["ATTENDED"]]
    late = set(events[MOST // 3 :]) if met else set()
    ended = {i for i in ordered if best[i][0] >= _ENDED}
    first = [i for i in ordered if i not in late and i not in ended]
    return [*first, *met, *(i for i in ordered if i in late), *(i for i in ordered if i in ended)]


def _events(labels: Labels) -> list[tuple[str, str]]:
    return [(label, i) for i, label in labels.items() if label == Label.EVENT]


def _reversed(text: str) -> str:
    """Sorts the greatest text first."""
    return "".join(chr(0x10FFFF - ord(c)) for c in text) + "\U0010ffff"


def _edges(store: Reads, shown: Labels, known: frozenset[str], on: str) -> tuple[Edge, ...]:
    """Every tie among what is shown; facts of one type between one pair are one line."""
    everything = set(shown) | known
    inside = facts.between(store, shown, others=everything)
    towards = _towards(store, shown, known) if known else []
    groups: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in (*inside, *towards):
        groups[fact.type, fact.a, fact.b].append(fact)
    return tuple(_edge(mine, on) for _key, mine in sorted(groups.items()))


def _towards(store: Reads, shown: Labels, known: frozenset[str]) -> list[Fact]:
    """Facts that start at something known: its label is read first."""
    ids = sorted(known)
    refs: Labels = {row["id"]: str(label) for label in Label for row in store.read(f"explore_label:{label}", ids=ids)}
    return facts.between(store, refs, others=set(shown))


def _edge(mine: Iterable[Fact], on: str) -> Edge:
    ordered = sorted(mine, key=lambda f: (not f.current(on), _reversed(f.start), f.keys))
    first = ordered[0]
    weight = int(next((v for k, v in first.details if k == "strength" and v.isdigit()), "1"))
    said = "; ".join(dict.fromkeys(f.said() for f in ordered[:4]))
    return Edge(
        id=first.keys[0],
        a=first.a,
        b=first.b,
        type=first.type,
        text=said,
        current=first.current(on),
        directed=first.type not in facts.UNDIRECTED,
        weight=weight,
        keys=tuple(dict.fromkeys(k for f in ordered for k in f.keys)),
    )


def _thin(around: _Around, drawn: set[str]) -> tuple[Edge, ...]:
    """Together at n events: an edge of its own kind from the centre, for people who are drawn."""
    centre = around.centre.id
    return tuple(
        Edge(
            id=f"together:{min(centre, other)}:{max(centre, other)}",
            a=centre,
            b=other,
            type=TOGETHER,
            text=f"together at {events} event{'' if events == 1 else 's'}",
            thin=True,
            directed=False,
            weight=events,
        )
        for other, events in around.together.items()
        if other in drawn
    )


def _hidden(store: Reads, around: _Around, left_out: set[str]) -> dict[str, Any]:
    """How many were left out, people beyond the strongest co-attendees included."""
    by_label = Counter(around.labels[i] for i in left_out)
    if len(around.together) >= CO_ATTENDEES:
        total = store.read("explore_together_total", id=around.centre.id)[0]["people"]
        by_label[str(Label.PERSON)] += max(int(total) - len(around.together), 0)
    return {"hidden": sum(by_label.values()), "hidden_by": dict(sorted(by_label.items()))}


def _node(card: Card, centre: str) -> Node:
    e = card.entity
    return Node(
        e.id, e.label, e.kind, e.name, e.where, card.line,
        current=any(t.current for t in card.terms), term_ends=card.term_ends, centre=e.id == centre,
    )  # fmt: skip
