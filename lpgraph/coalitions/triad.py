"""The inside/outside triad: is there an official, a community organization and a union, and are they connected?

A corner is filled by who is active in the area and supports the campaign. A side is *strong* when a person of one
corner has a KNOWS, an introduction that was made, or a membership with the other; *weak* when people of both were
together at a small recent event; else missing. Score = corners (0 to 3) + sides (strong 1, weak ½): 0 to 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lpgraph.coalitions.model import Involvement, Member
from lpgraph.coalitions.scene import Scene
from lpgraph.model import Kind
from lpgraph.names.stances import Vote


class Corner(StrEnum):
    """One of the three that a coalition in an area needs."""

    INSIDE = "official"
    COMMUNITY = "community organization"
    UNION = "union"


SIDES = (
    (Corner.INSIDE, Corner.COMMUNITY),
    (Corner.INSIDE, Corner.UNION),
    (Corner.COMMUNITY, Corner.UNION),
)
_CORNER_OF = {Kind.OFFICIAL: Corner.INSIDE, Kind.ORGANIZATION: Corner.COMMUNITY, Kind.UNION: Corner.UNION}
STRONG, WEAK = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Tie:
    """What connects two corners: how, between whom, at which event when that is how."""

    how: str  # "knows", "introduced", "member", "together"
    a: str
    b: str
    event: str = ""

    @property
    def strong(self) -> bool:
        """Whether it is more than having been in one room."""
        return self.how != "together"


@dataclass(frozen=True, slots=True)
class Filled:
    """A corner and who fills it; ``leaning``: who would, but only leans; ``against``: who works against it here."""

    corner: Corner
    members: tuple[Member, ...]
    leaning: tuple[Member, ...] = ()
    against: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """Two corners and the best that connects them; ``strength`` is 1, ½ or 0."""

    a: Corner
    b: Corner
    strength: float
    ties: tuple[Tie, ...] = ()

    @property
    def word(self) -> str:
        """Strong, weak or missing."""
        return {STRONG: "strong", WEAK: "weak"}.get(self.strength, "missing")


@dataclass(frozen=True, slots=True)
class Triad:
    """A campaign in an area."""

    campaign: str
    area: str
    corners: tuple[Filled, Filled, Filled]
    sides: tuple[Side, Side, Side]

    @property
    def score(self) -> float:
        """Corners that are filled, and sides that hold: 0 to 6."""
        return sum(bool(c.members) for c in self.corners) + sum(side.strength for side in self.sides)

    @property
    def missing(self) -> tuple[Corner, ...]:
        """Corners that nobody fills."""
        return tuple(c.corner for c in self.corners if not c.members)

    @property
    def open_sides(self) -> tuple[Side, ...]:
        """Sides between two filled corners that nothing connects."""
        return tuple(s for s in self.sides if not s.strength and s.a not in self.missing and s.b not in self.missing)

    def who(self, corner: Corner) -> tuple[Member, ...]:
        """Who fills a corner."""
        return next(c.members for c in self.corners if c.corner is corner)


def corner_of(scene: Scene, member: Member, area: str) -> Corner | None:
    """Which corner of an area a member could fill: officials by their seat, organizations by where they are active."""
    corner = None if member.aside else _CORNER_OF.get(Kind(member.kind))
    return corner if area in scene.reach.get(member.id, frozenset()) else None


def triad(scene: Scene, campaign: str, area: str) -> Triad:
    """The triad of a campaign in an area."""
    found: dict[Corner, dict[str, dict[str, Member]]] = {c: {"for": {}, "lean": {}, "no": {}} for c in Corner}
    for one in scene.at_work.get((campaign, area), ()):
        member = scene.members[one.who]
        if (corner := _CORNER_OF.get(Kind(member.kind))) and not member.aside:
            found[corner][_part(one)][member.id] = member
    corners = tuple(_filled(corner, parts) for corner, parts in found.items())
    held = {c.corner: c.members for c in corners}
    sides = tuple(_side(scene, a, b, held[a], held[b]) for a, b in SIDES)
    return Triad(campaign, area, (corners[0], corners[1], corners[2]), (sides[0], sides[1], sides[2]))


def _part(one: Involvement) -> str:
    if one.supports:
        return "for"
    return "no" if one.vote is Vote.NO else "lean"


def _filled(corner: Corner, parts: dict[str, dict[str, Member]]) -> Filled:
    return Filled(corner, _ordered(parts["for"]), _ordered(parts["lean"]), _ordered(parts["no"]))


def _ordered(members: dict[str, Member]) -> tuple[Member, ...]:
    return tuple(sorted(members.values(), key=lambda m: (m.name.casefold(), m.id)))


def _side(scene: Scene, a: Corner, b: Corner, ours: tuple[Member, ...], theirs: tuple[Member, ...]) -> Side:
    found = set(ties_between(scene, [m.id for m in ours], [m.id for m in theirs])) if ours and theirs else set()
    ties = sorted(found, key=_best_first)
    strength = max((STRONG if tie.strong else WEAK for tie in ties), default=0.0)
    return Side(a, b, strength, tuple(ties))


def _best_first(tie: Tie) -> tuple[int, str, str, str]:
    return ("knows", "introduced", "member", "together").index(tie.how), tie.a, tie.b, tie.event


def ties_between(scene: Scene, ours: Iterable[str], theirs: Iterable[str]) -> Iterator[Tie]:
    """Everything that connects two sets of members, an organization being itself and the people who belong to it."""
    left, right = scene.selves(ours), scene.selves(theirs)
    there: defaultdict[str, set[str]] = defaultdict(set)
    for y in right:
        for event in scene.events_of.get(y, ()):
            there[event].add(y)
    for x in left:
        for y, how in scene.asserted.get(x, {}).items():
            if y in right:
                yield Tie(how, x, y)
        for event in scene.events_of.get(x, frozenset()) & there.keys():
            yield from (Tie("together", x, y, event) for y in there[event] if _meet(x, y, left, right))
        # One person in both: that is a membership with the other.
        yield from (Tie("member", x, b if x != b else a) for a in left[x] for b in right.get(x, ()) if a != b)


def _meet(x: str, y: str, left: Mapping[str, list[str]], right: Mapping[str, list[str]]) -> bool:
    """Whether two people who were at one event met there for two members: who is of both sides meets nobody new."""
    return x != y and any(a not in left.get(y, ()) and b not in right.get(x, ()) for a in left[x] for b in right[y])
