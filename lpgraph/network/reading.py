"""The rows of ``queries/network`` as plain Python: who holds what today, who belongs where, what is where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from lpgraph.model import Classification
from lpgraph.names.stances import Vote, vote_of
from lpgraph.network.days import is_current
from queries import catalogue

Row = dict[str, Any]
OFFICERS = ("delegate", "officer", "president", "secretary", "treasurer", "chair", "director", "steward")


class Reads(Protocol):
    """The part of the store that a snapshot needs: named queries, read only."""

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The rows of a catalogue query."""


@dataclass(slots=True)
class Offices:
    """Posts of people: in which bodies they sit today, which posts in words, and when the last office ended."""

    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    posts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ended: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Belonging:
    """Current memberships: person → organizations, and who stands for an organization at an event."""

    members: list[tuple[str, str]] = field(default_factory=list)
    delegates: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def columns(store: Reads, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that answers with parallel lists in one row."""
    names = catalogue()[query].returns
    for answer in store.read(query):
        yield from zip(*(answer[name] for name in names), strict=True)


def offices(store: Reads, on: str) -> Offices:
    """Who holds a post on this day, in which body; ended posts only say when they ended."""
    found = Offices()
    bodies: dict[str, set[str]] = defaultdict(set)
    for post, body in columns(store, "network_post_bodies"):
        bodies[post].add(body)
    for who, post, name, role, start, end in columns(store, "network_posts"):
        if is_current(start, end, on):
            found.posts[who].add(post)
            found.bodies[who] |= bodies[post]
            found.roles[who].add(name or role)
        elif end and end[:10] < on:
            found.ended[who] = max(found.ended.get(who, ""), end[:10])
    return found


def belonging(store: Reads, on: str) -> Belonging:
    """Who belongs to which organization on this day, and who of them stands for it."""
    found = Belonging()
    for who, organization, kind, role, start, end in columns(store, "network_members"):
        if is_current(start, end, on):
            found.members.append((who, organization))
            if kind != "MEMBER_OF" or any(word in role.casefold() for word in OFFICERS):
                found.delegates[organization].add(who)
    return found


def areas_of(store: Reads, query: str) -> dict[str, list[str]]:
    """Id → area ids, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, area in columns(store, query):
        found[one].add(area)
    return {one: sorted(areas) for one, areas in found.items()}


def active_in(store: Reads, on: str) -> dict[str, list[str]]:
    """Organization → areas where it is active on this day."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, area, start, end in columns(store, "network_active"):
        if is_current(start, end, on):
            found[one].add(area)
    return {one: sorted(areas) for one, areas in found.items()}


def opposes(stance: str) -> bool:
    """Whether a stance on a campaign is against it."""
    return vote_of(stance) is Vote.NO


def is_body(classification: str) -> bool:
    """Whether an organization is a government body."""
    return classification == Classification.BODY
