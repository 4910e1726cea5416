"""Reads a snapshot from the store: some twenty statements with few big rows each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime

import numpy as np

from lpgraph.ids import fold
from lpgraph.model import Classification, Kind
from lpgraph.network.arrays import Events, Matrix, Nodes, Seen, Snapshot, Ties, incidence, no_tags, row
from lpgraph.network.days import day_of, is_current, today
from lpgraph.network.grouping import Draft, add_about, add_memberships, add_places, add_shared, add_words, grouped
from lpgraph.network.passage import read_passages
from lpgraph.network.places import Places, read_places
from lpgraph.network.reading import Belonging, Offices, Reads, belonging, columns, is_body, offices

__all__ = ["Snapshot", "take"]
Pairs = frozenset[tuple[int, int]]


def take(store: Reads, on: str | None = None, seen: Seen | None = None) -> Snapshot:
    """The network as it is on a day (today): who is in office, who belongs where, who attended what."""
    taken_at, on = datetime.now(UTC), on or today()
    held, member, places = offices(store, on), belonging(store, on), read_places(store, on)
    nodes, classes = _nodes(store, held, member, places)
    at = nodes.position
    events, attended = _events(store, nodes)
    draft = Draft()
    add_memberships(draft, nodes, classes, held, member)
    add_places(draft, nodes, places, held)
    supports = add_shared(store, draft, nodes, on)
    add_about(store, draft, events)
    add_words(draft, events, nodes)
    groups, belongs, about = grouped([draft.shares()], nodes, len(events.ids))
    delegates = {
        at[o]: tuple(sorted(at[p] for p in who if p in at)) for o, who in sorted(member.delegates.items()) if o in at
    }
    return Snapshot(
        taken_at,
        nodes,
        events,
        attended,
        delegated(attended, delegates),
        groups,
        belongs,
        about,
        no_tags(),
        knows(store, at, on),
        barred(store, nodes, on),
        _affiliated(store, at, on),
        delegates,
        supports,
        read_passages(store, _homes(nodes, places, held), on),
        on,
        seen,
    )


def truth(value: object) -> bool:
    """Whether a flag is set, however a source wrote it."""
    return value is True or str(value).casefold() in ("true", "yes", "1")


def _nodes(store: Reads, held: Offices, member: Belonging, places: Places) -> tuple[Nodes, dict[str, str]]:
    rows = [
        (one, name, city, state, "", truth(quiet), truth(apart), status)
        for one, name, city, state, status, quiet, apart in columns(store, "network_people")
    ]
    people = {row[0] for row in rows}
    rows += [
        (one, name, city, state, kind, truth(quiet), truth(apart), "")
        for one, name, kind, city, state, quiet, apart in columns(store, "network_organizations")
    ]
    rows.sort()
    classes = {row[0]: row[4] for row in rows if row[0] not in people}
    busy = {who for who, _ in member.members}
    left = [o in held.ended and not held.posts.get(o) and o not in busy for o, *_ in rows]
    where = [places.of(o, held, city, state) for o, _, city, state, *_ in rows]
    nodes = Nodes(
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        np.array([kind_of(o, kind, people, held) for o, _, _, _, kind, *_ in rows], dtype=np.str_),
        tuple(text for text, _ in where),
        tuple(state for _, state in where),
        tuple("; ".join(sorted(held.roles.get(o, ()))) for o, *_ in rows),
        np.array([row[5] for row in rows], dtype=bool),
        np.array([row[6] for row in rows], dtype=bool),
        np.array([row[7] == "staff" for row in rows], dtype=bool),
        np.array(left, dtype=bool),
        tuple(held.ended.get(o, "") for o, *_ in rows),
    )
    return nodes, classes


def kind_of(one: str, classification: str, people: set[str], held: Offices) -> str:
    """What one is called on screen."""
    if one in people:
        return str(Kind.OFFICIAL if held.posts.get(one) else Kind.PERSON)
    return kind_of_organization(classification)


def kind_of_organization(classification: str) -> str:
    """What an organization of this classification is called on screen."""
    if is_body(classification) or classification == Classification.CAUCUS:  # part of a body: one meets its members
        return str(Kind.BODY)
    return str(Kind.UNION if classification == Classification.UNION else Kind.ORGANIZATION)


def _homes(nodes: Nodes, places: Places, held: Offices) -> dict[str, tuple[str, ...]]:
    """The areas of each one who has any, states left out."""
    found = {
        one: tuple(a for a in places.all_of(one, held) if a in places.areas and not places.areas[a].is_state)
        for one in nodes.ids
    }
    return {one: areas for one, areas in found.items() if areas}


def _events(store: Reads, nodes: Nodes) -> tuple[Events, Matrix]:
    """Events that somebody attended, and who did: whoever is known, each once."""
    found: dict[str, tuple[str, str]] = {}
    events: list[str] = []  # one entry an answer, and how many it names
    counts: list[int] = []
    who: list[int] = []
    at = nodes.position
    for query in ("network_events", "network_events_organizations"):
        for answer in store.read(query):
            one = answer["id"]
            found[one] = (answer["name"] or one, answer["startAt"] or "")
            rows = [at[node] for node in answer["who"] if node in at]
            events.append(one)
            counts.append(len(rows))
            who += rows
    ids = tuple(sorted(found))
    number = {one: i for i, one in enumerate(ids)}
    event = np.repeat(np.array([number[one] for one in events], dtype=np.int64), counts)
    attended = incidence(np.array(who, dtype=np.int64), event, (len(nodes), len(ids)))
    return (
        Events(
            ids,
            tuple(found[one][0] for one in ids),
            np.array([day_of(found[one][1]) for one in ids], dtype=np.float64),
            np.bincount(attended.indices, minlength=len(ids)).astype(np.int64),
        ),
        attended,
    )


def delegated(attended: Matrix, delegates: Mapping[int, tuple[int, ...]]) -> Matrix:
    """Organizations × events that somebody who stands for them attended, and that are not theirs already."""
    rows: list[int] = []
    events: list[int] = []
    for organization, people in delegates.items():
        seen = {int(e) for person in people for e in row(attended, person)}
        seen -= set(row(attended, organization).tolist())
        rows += [organization] * len(seen)
        events += sorted(seen)
    return incidence(rows, events, (attended.shape[0], attended.shape[1]))


def knows(store: Reads, at: Mapping[str, int], on: str) -> Ties:
    """Each pair once, both ways round the same, with its strongest current assertion."""
    best: dict[tuple[int, int], tuple[float, float]] = {}
    for a, b, strength, contact, start, end in columns(store, "network_knows"):
        if a == b or a not in at or b not in at or not is_current("", end, on):
            continue
        pair = (min(at[a], at[b]), max(at[a], at[b]))
        day = day_of(contact or start)
        # An undated tie counts as fresh: nobody said that it is old.
        candidate = (min(max(float(strength), 1.0), 5.0), day_of(on) if math.isnan(day) else day)
        best[pair] = max(best.get(pair, candidate), candidate)
    pairs = sorted(best)
    return Ties(
        np.array([a for a, _ in pairs], dtype=np.int64),
        np.array([b for _, b in pairs], dtype=np.int64),
        np.array([best[pair][0] for pair in pairs], dtype=np.float64),
        np.array([best[pair][1] for pair in pairs], dtype=np.float64),
    )


def barred(store: Reads, nodes: Nodes, on: str) -> Pairs:
    """Who must not be introduced to whom on this day; a bare name that fits several keeps each of them apart."""
    at = nodes.position
    found = set()
    for other in ("Person", "Organization"):
        for a, b, until in columns(store, f"network_barred:DO_NOT_INTRODUCE:Person:{other}"):
            if a in at and b in at and is_current("", until, on):
                found.add((min(at[a], at[b]), max(at[a], at[b])))
    return frozenset(found | _namesakes(found, nodes))


def _namesakes(pairs: set[tuple[int, int]], nodes: Nodes) -> set[tuple[int, int]]:
    """The same of everybody who bears the name of an end of which nothing else is known: until somebody says who was
    meant, a gate errs on the safe side."""
    bare = {x for pair in pairs for x in pair if not nodes.places[x] and not nodes.roles[x]}
    if not bare:
        return set()
    named: defaultdict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(nodes.names):
        named[fold(name)].append(i)
    ends = [tuple(named[fold(nodes.names[x])] if x in bare else [x] for x in pair) for pair in pairs]
    return {(min(a, b), max(a, b)) for some, others in ends for a in some for b in others if a != b}


def _affiliated(store: Reads, at: Mapping[str, int], on: str) -> Pairs:
    found = set()
    for a, b, start, end in columns(store, "network_affiliated"):
        if a in at and b in at and a != b and is_current(start, end, on):
            found.add((min(at[a], at[b]), max(at[a], at[b])))
    return frozenset(found)
