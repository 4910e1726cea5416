"""Where people and organizations are: by the body they sit in, else where they live or are active, else as written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lpgraph.network.reading import Offices, Reads, active_in, areas_of, columns


@dataclass(frozen=True, slots=True)
class Area:
    """A place: its name as people write it (``Denver, CO``), and its state."""

    name: str
    state: str
    is_state: bool


@dataclass(frozen=True)
class Places:
    """Areas by id, and which area belongs to which post, body, person and organization."""

    areas: dict[str, Area]
    posts: dict[str, list[str]]
    bodies: dict[str, list[str]]
    homes: dict[str, list[str]]
    active: dict[str, list[str]]

    @cached_property
    def states(self) -> dict[str, str]:
        """The names of states by their codes, where the store has them as areas."""
        return {area.state: area.name for _, area in sorted(self.areas.items()) if area.is_state and area.state}

    def all_of(self, one: str, held: Offices) -> list[str]:
        """The areas of a person or organization, the most telling kind only."""
        seats: list[str] = []
        if sitting := held.bodies.get(one):
            seats = sorted({a for body in sitting for a in self.bodies.get(body, ())})
        if len(seats) != 1 and (posts := held.posts.get(one)):
            # A body that stands for several places (two councils of one name, say): the seat says which.
            own = sorted({a for post in posts for a in self.posts.get(post, ())})
            seats = [a for a in seats if any(f"{o}/".startswith(f"{a}/") for o in own)] or own or seats
        return seats or self.bodies.get(one) or self.homes.get(one) or self.active.get(one) or []

    def of(self, one: str, held: Offices, city: str, state: str) -> tuple[str, str]:
        """Where it is in words, and in which state."""
        known = [self.areas[a] for a in self.all_of(one, held) if a in self.areas]
        if not known:
            return place(city, state), state
        states = {area.state for area in known}
        where = known[0].name if len(known) <= 3 else f"{len(known)} places"
        return where, states.pop() if len(states) == 1 else ""


def place(name: str, state: str) -> str:
    """``Denver, CO``: a name with its state, once."""
    if not name or not state or name.casefold() == state.casefold():
        return name or state
    return name if name.casefold().endswith(f", {state.casefold()}") else f"{name}, {state}"


def read_places(store: Reads, on: str) -> Places:
    """All areas and who is where, as the store says."""
    areas = {
        one: Area(name if kind == "state" else place(name, state.upper()), state.upper(), kind == "state")
        for one, name, kind, state in columns(store, "network_areas")
    }
    return Places(
        areas,
        areas_of(store, "network_post_areas"),
        areas_of(store, "network_body_areas"),
        areas_of(store, "network_homes"),
        active_in(store, on),
    )
