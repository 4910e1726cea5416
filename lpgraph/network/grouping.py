"""What people and organizations share: bodies, organizations, campaigns, policies, issues, places, title words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lpgraph.ids import fold
from lpgraph.model import Kind
from lpgraph.network.arrays import (
    AREA,
    BODY,
    CAMPAIGN,
    ISSUE,
    ORGANIZATION,
    POLICY,
    STATE,
    WORD,
    Events,
    Groups,
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

    def groups(self, nodes: Nodes) -> Groups:
        """The groups in the order of their numbers."""
        keys = list(self.number)
        themselves = [nodes.position.get(one, -1) if kind in (BODY, ORGANIZATION) else -1 for kind, one in keys]
        return Groups(
            tuple(one for _, one in keys),
            tuple(self.names),
            np.array([kind for kind, _ in keys] or [], dtype=np.str_),
            np.array(themselves, dtype=np.int64),
        )

    def belongs_matrix(self, nodes: int) -> Matrix:
        """Nodes × groups."""
        return incidence([a for a, _ in self.belongs], [b for _, b in self.belongs], (nodes, len(self.names)))

    def about_matrix(self, events: int) -> Matrix:
        """Events × groups."""
        return incidence([a for a, _ in self.about], [b for _, b in self.about], (events, len(self.names)))


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


def add_about(store: Reads, draft: Draft, events: Events, nodes: Nodes) -> None:
    """What events were about, as said, and the words of their titles that two or more share.

    A word of a place's or a body's name says where, not about what; a word in every fifth title says nothing.
    """
    bodies = (name for name, kind in zip(nodes.names, nodes.kinds, strict=True) if kind == Kind.BODY)
    where = {word for text in {*nodes.places, *bodies} for word in fold(text).split()}
    most = max(5, len(events.names) // 5)
    at = {one: i for i, one in enumerate(events.ids)}
    for query, kind in _ABOUT:
        for event, target, name in columns(store, query):
            if event in at:
                draft.about.append((at[event], draft.group(kind, target, name)))
    spoken: dict[str, set[int]] = defaultdict(set)
    for i, name in enumerate(events.names):
        for word in set(fold(name).split()):
            if len(word) > 3 and word.isalpha() and word not in _DULL and word not in where:
                spoken[word].add(i)
    for word, rows in sorted(spoken.items()):
        if 1 < len(rows) <= most:
            group = draft.group(WORD, word, word)
            draft.about.extend((i, group) for i in sorted(rows))
