"""What people and organizations share: bodies, organizations, campaigns, policies, issues, places, title words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

import numpy as np

from lpgraph.ids import fold
from lpgraph.model import Kind
from lpgraph.network.arrays import (
    AREA,
    BODY,
    CAMPAIGN,
    ISSUE,
    MEMBERSHIP,
    ORGANIZATION,
    POLICY,
    STATE,
    WORD,
    Events,
    Groups,
    Ints,
    Matrix,
    Nodes,
    incidence,
)
from lpgraph.network.days import is_current
from lpgraph.network.places import Places
from lpgraph.network.reading import Belonging, Offices, Reads, columns, is_body, opposes

_SHARED = (
    ("network_shared:WORKS_ON:Person:Campaign", CAMPAIGN),
    ("network_shared:WORKS_ON:Organization:Campaign", CAMPAIGN),
    ("network_shared:INTERESTED_IN:Person:Issue", ISSUE),
    ("network_shared:INTERESTED_IN:Organization:Issue", ISSUE),
    ("network_shared:INTERESTED_IN:Person:Policy", POLICY),
    ("network_shared:INTERESTED_IN:Organization:Policy", POLICY),
    ("network_shared:ADVISES_ON:Person:Policy", POLICY),
)
_ABOUT = (
    ("network_about:ABOUT:Event:Issue", ISSUE),
    ("network_about:ABOUT:Event:Campaign", CAMPAIGN),
    ("network_about:ABOUT:Event:Policy", POLICY),
)
# Title words that say when, where or how people met, never about what.
_DULL = frozenset(
    word
    for line in (
        "about with from this that your their meeting meetings session sessions online virtual zoom webinar monthly",
        "weekly quarterly annual january february march april june july august september october november december",
        "monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter national regional",
        "midwest northeast northwest southeast southwest north south east west call calls briefing convening gathering",
        "forum workshop training roundtable summit conference retreat reception panel dinner lunch breakfast working",
        "group event local strategy table hearing committee council board city county state public kickoff check",
    )
    for word in line.split()
)


@dataclass(slots=True)
class Draft:
    """Groups as they are met: number by (kind, id), names, and the pairs of the two incidence matrices."""

    number: dict[tuple[str, str], int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    belongs: list[tuple[int, int]] = field(default_factory=list)
    about: list[tuple[int, int]] = field(default_factory=list)

    def group(self, kind: str, one: str, name: str) -> int:
        """The number of a group, new or known."""
        if (kind, one) not in self.number:
            self.number[kind, one] = len(self.names)
            self.names.append(name)
        return self.number[kind, one]

    def shares(self) -> Shares:
        """What was gathered, as arrays."""
        pairs = (np.array(some, dtype=np.int64).reshape(-1, 2) for some in (self.belongs, self.about))
        return Shares(tuple(self.number), tuple(self.names), *pairs)


@dataclass(frozen=True, eq=False)
class Shares:
    """Groups by (kind, id) with their names, and the pairs (node, group) and (event, group)."""

    keys: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    belongs: Ints
    about: Ints


def grouped(parts: Sequence[Shares], nodes: Nodes, events: int) -> tuple[Groups, Matrix, Matrix]:
    """Groups that somebody shares, by kind and id, nodes × groups and events × groups.

    The order is that of the ids, never that of the rows of the store: two readings of one graph are the same.
    """
    starts = np.cumsum([0, *(len(part.keys) for part in parts)])
    pairs = [
        np.concatenate([np.add(some, (0, start)) for some, start in zip(which, starts[:-1], strict=True)])
        for which in ([part.belongs for part in parts], [part.about for part in parts])
    ]
    every = [key for part in parts for key in part.keys]
    said = [name for part in parts for name in part.names]
    used = np.unique(np.concatenate([some[:, 1] for some in pairs])).tolist()
    names: dict[tuple[str, str], str] = {}
    for i in used:
        names.setdefault(every[i], said[i])
    keys = sorted(names)
    number = {key: i for i, key in enumerate(keys)}
    place = np.zeros(len(every), dtype=np.int64)
    place[used] = [number[every[i]] for i in used]
    groups = Groups(
        tuple(one for _, one in keys),
        tuple(names[key] for key in keys),
        np.array([kind for kind, _ in keys], dtype=np.str_),
        np.array([nodes.position.get(one, -1) if kind in MEMBERSHIP else -1 for kind, one in keys], dtype=np.int64),
    )
    belongs, about = (
        incidence(some[:, 0], place[some[:, 1]], (height, len(keys)))
        for some, height in zip(pairs, (len(nodes), events), strict=True)
    )
    return groups, belongs, about


def add_memberships(draft: Draft, nodes: Nodes, classes: Mapping[str, str], held: Offices, member: Belonging) -> None:
    """Bodies that people sit in and organizations that they belong to, today."""
    seats = [(who, body) for who, bodies in held.bodies.items() for body in bodies]
    for who, one in sorted({*seats, *member.members}):
        if who in nodes.position and one in nodes.position:
            kind = BODY if is_body(classes.get(one, "")) else ORGANIZATION
            group = draft.group(kind, one, nodes.names[nodes.position[one]])
            draft.belongs.append((nodes.position[who], group))


def add_places(draft: Draft, nodes: Nodes, places: Places, held: Offices) -> None:
    """The areas where somebody is, and the state around them."""
    for row, one in enumerate(nodes.ids):
        for area in places.all_of(one, held):
            if area in places.areas and not places.areas[area].is_state:
                draft.belongs.append((row, draft.group(AREA, area, places.areas[area].name)))
        if nodes.states[row]:
            name = places.states.get(nodes.states[row], nodes.states[row])
            draft.belongs.append((row, draft.group(STATE, nodes.states[row], name)))


def add_shared(store: Reads, draft: Draft, nodes: Nodes, on: str) -> dict[str, frozenset[int]]:
    """Campaigns, policies and issues that somebody works on or cares about; gives the supporters of each campaign."""
    supporters: dict[str, set[int]] = defaultdict(set)
    for query, kind in _SHARED:
        for who, target, name, stance, start, end in columns(store, query):
            # An opponent shares no ground with a supporter.
            if who in nodes.position and is_current(start, end, on) and not opposes(stance):
                draft.belongs.append((nodes.position[who], draft.group(kind, target, name)))
                if kind == CAMPAIGN:
                    supporters[target].add(nodes.position[who])
    for who, target, name in columns(store, "network_sponsored"):
        if who in nodes.position:
            draft.belongs.append((nodes.position[who], draft.group(POLICY, target, name)))
    return {campaign: frozenset(rows) for campaign, rows in supporters.items()}


def add_about(store: Reads, draft: Draft, events: Events) -> None:
    """What events were about, as said."""
    at = {one: i for i, one in enumerate(events.ids)}
    for query, kind in _ABOUT:
        for event, target, name in columns(store, query):
            if event in at:
                draft.about.append((at[event], draft.group(kind, target, name)))


@lru_cache(maxsize=300_000)  # titles stay the same from one reading to the next
def _telling(title: str) -> tuple[str, ...]:
    """The words of a title that may say what it was about, each once."""
    words = set(fold(title).split())
    return tuple(intern(word) for word in words if len(word) > 3 and word.isalpha() and word not in _DULL)


def add_words(draft: Draft, events: Events, nodes: Nodes) -> None:
    """The words of the titles of events that two or more share.

    A word of a place's or a body's name says where, not about what; a word in every fifth title says nothing.
    """
    bodies = (name for name, kind in zip(nodes.names, nodes.kinds, strict=True) if kind == Kind.BODY)
    where = {word for text in {*nodes.places, *bodies} for word in fold(text).split()}
    most = max(5, len(events.names) // 5)
    spoken: dict[str, set[int]] = defaultdict(set)
    for i, name in enumerate(events.names):
        for word in _telling(name):
            if word not in where:
                spoken[word].add(i)
    for word, rows in sorted(spoken.items()):
        if 1 < len(rows) <= most:
            group = draft.group(WORD, word, word)
            draft.about.extend((i, group) for i in sorted(rows))
