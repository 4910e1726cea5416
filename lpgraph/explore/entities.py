"""What a person on screen sees of an entity: its kind in words, and where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from lpgraph.explore import dates
from lpgraph.model import THINGS, Classification, Kind, Label

Row = dict[str, Any]


class Reads(Protocol):
    """The part of the store that this package uses: named queries, read only."""

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The rows of a catalogue query."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as lists and graphs show it; ``where`` is text such as ``Denver, CO`` and may be empty."""

    id: str
    label: str
    kind: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Term:
    """One term in a post: what the post is, in which body, from when to when."""

    post_id: str
    post: str
    body_id: str
    body: str
    start: str
    end: str
    current: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An entity with the line below its name (``Council Member, District 10, Denver City Council``) and its terms."""

    entity: Entity
    line: str = ""
    terms: tuple[Term, ...] = ()
    when: str = ""  # an event's start, ISO text

    @property
    def term_ends(self) -> str:
        """When the last of the current terms ends, if that is known of all of them."""
        ends = [t.end for t in self.terms if t.current]
        return max(ends) if ends and all(ends) else ""


_BY_LABEL = {
    Label.PERSON: Kind.PERSON,
    Label.ORGANIZATION: Kind.ORGANIZATION,
    Label.POST: Kind.POST,
    Label.AREA: Kind.AREA,
    Label.EVENT: Kind.EVENT,
    Label.ISSUE: Kind.ISSUE,
    Label.CAMPAIGN: Kind.CAMPAIGN,
    Label.POLICY: Kind.POLICY,
    Label.MEASURE: Kind.MEASURE,
    Label.RESOURCE: Kind.RESOURCE,
}
_BY_CLASS = {Classification.UNION: Kind.UNION, Classification.BODY: Kind.BODY}
LABELS = frozenset(str(label) for label in THINGS)


def kind_of(label: str, *, classification: str | None = None, official: bool = False) -> Kind:
    """What a person on screen calls an entity: officials, unions and government bodies have kinds of their own."""
    if official and label == Label.PERSON:
        return Kind.OFFICIAL
    if label == Label.ORGANIZATION and classification in set(_BY_CLASS):
        return _BY_CLASS[Classification(classification)]
    return _BY_LABEL[Label(label)]


def key_label(labels: Iterable[str]) -> str:
    """The key label among a node's labels; empty when there is none (a mention, a load)."""
    return next((label for label in sorted(labels) if label in LABELS), "")


def place(name: str | None, state: str | None, kind: str | None = None) -> str:
    """``Denver, CO``: a name with its state, once.

    >>> place("Denver", "CO"), place("Colorado", "CO", "state"), place("", "CO"), place("Denver, CO", "CO")
    ('Denver, CO', 'Colorado', 'CO', 'Denver, CO')
    """
    name, state = (name or "").strip(), (state or "").strip()
    if not name or not state or (kind or "").casefold() == "state" or name.casefold() == state.casefold():
        return name or state
    return name if f", {state}".casefold() in name.casefold() else f"{name}, {state}"


def find(store: Reads, entity_id: str, on: str | None = None) -> Entity | None:
    """The entity of an id, or nothing."""
    rows = store.read("explore_find", id=entity_id)
    if not rows:
        return None
    found = cards(store, [(rows[0]["label"], entity_id)], on).get(entity_id)
    return found.entity if found else None


def cards(store: Reads, refs: Iterable[tuple[str, str]], on: str | None = None) -> dict[str, Card]:
    """Cards of many entities, given as (label, id), in one query a label (people in two); unknown ids are left out."""
    on = on or dates.today()
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, entity_id in sorted(set(refs)):
        by_label[label].append(entity_id)
    found: dict[str, Card] = {}
    for label, ids in by_label.items():
        if label == Label.PERSON:
            found |= _people(store, ids, on)
        elif label == Label.ORGANIZATION:
            found |= _organizations(store, ids)
        else:
            found |= _things(store, label, ids)
    return found


def _people(store: Reads, ids: Sequence[str], on: str) -> dict[str, Card]:
    rows = _grouped(store.read("explore_people", ids=list(ids)))
    found: dict[str, Card] = {}
    homeless: list[str] = []
    for entity_id, mine in rows.items():
        current = [r for r in mine if r["postId"] and dates.is_current(r["startDate"], r["endDate"], on)]
        kind = kind_of(Label.PERSON, official=bool(current))
        where = next((w for r in current if (w := _seat(r))), "") or place(mine[0]["city"], mine[0]["state"])
        if not any(_seat(r) for r in current):
            homeless.append(entity_id)
        entity = Entity(entity_id, str(Label.PERSON), str(kind), mine[0]["name"] or entity_id, where)
        found[entity_id] = Card(entity, _post_line(current), _terms(mine, on))
    for entity_id, homes in _grouped(store.read("explore_homes", ids=homeless) if homeless else []).items():
        found[entity_id] = _moved(found[entity_id], _areas(homes))
    return found


def _moved(card: Card, where: str) -> Card:
    e = card.entity
    return Card(Entity(e.id, e.label, e.kind, e.name, where or e.where), card.line, card.terms)


def _seat(row: Row) -> str:
    """Where a post is: the area that its body governs, else the one that it represents."""
    return place(row["seatName"], row["seatState"], row["seatType"]) or place(
        row["areaName"], row["areaState"], row["areaType"]
    )


def _post_line(current: Sequence[Row]) -> str:
    """``Council Member, District 10 · Denver City Council``, each once."""
    lines = [" · ".join(dict.fromkeys(t for t in (r["post"] or r["role"], r["body"]) if t)) for r in current]
    return "; ".join(dict.fromkeys(line for line in lines if line))


def _terms(rows: Sequence[Row], on: str) -> tuple[Term, ...]:
    terms = {
        Term(
            r["postId"], r["post"] or r["role"] or "", r["bodyId"] or "", r["body"] or "",
            r["startDate"] or "", r["endDate"] or "", dates.is_current(r["startDate"], r["endDate"], on),
        )
        for r in rows
        if r["postId"]
    }  # fmt: skip
    return tuple(sorted(terms, key=lambda t: (not t.current, t.post_id, t.body_id, t.start, t.end)))


def _organizations(store: Reads, ids: Sequence[str]) -> dict[str, Card]:
    found: dict[str, Card] = {}
    for entity_id, rows in _grouped(store.read("explore_organizations", ids=list(ids))).items():
        first = rows[0]
        kind = kind_of(Label.ORGANIZATION, classification=first["classification"])
        where = _areas(rows) or place(first["city"], first["state"])
        entity = Entity(entity_id, str(Label.ORGANIZATION), str(kind), first["name"] or entity_id, where)
        found[entity_id] = Card(entity, first["classification"] or "")
    return found


def _things(store: Reads, label: str, ids: Sequence[str]) -> dict[str, Card]:
    found: dict[str, Card] = {}
    for entity_id, rows in _grouped(store.read(f"explore_things:{label}", ids=list(ids))).items():
        first = rows[0]
        where = (first["state"] or "" if first["type"] != "state" else "") if label == Label.AREA else _areas(rows)
        entity = Entity(entity_id, label, str(kind_of(label)), first["name"] or entity_id, where)
        line = dates.show(first["startAt"]) if label == Label.EVENT else first["type"] or ""
        found[entity_id] = Card(entity, line, when=first["startAt"] or "")
    return found


def _areas(rows: Sequence[Row]) -> str:
    """The one area of these rows, the first of two or three, or how many there are."""
    names = sorted({place(r["areaName"], r["areaState"], r["areaType"]) for r in rows if r["areaName"]})
    if len(names) > 3:
        return f"{len(names)} places"
    return " and ".join(names)


def _grouped(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["id"]].append(row)
    return groups


def names(store: Reads, ids: Iterable[str]) -> dict[str, str]:
    """The names of entities by id, whatever they are; the id itself says its label."""
    by_label: dict[Label, set[str]] = {}
    for one in ids:
        word = "area" if one.startswith("ocd-division/") else one.partition("/")[0]
        label = next((label for label in Label if label.lower() == word), None)
        if label:
            by_label.setdefault(label, set()).add(one)
    return {
        row["id"]: row["name"] or row["id"]
        for label, some in sorted(by_label.items())
        for row in store.read(f"explore_names:{label}", ids=sorted(some))
    }
