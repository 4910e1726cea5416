"""From coalition answers to what the Coalitions screen draws."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lpgraph.coalitions import words as said
from lpgraph.coalitions.candidates import Candidate
from lpgraph.coalitions.coverage import Cell, StateCover
from lpgraph.coalitions.model import Member
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.triad import Corner, Side, Triad
from lpgraph.coalitions.votes import Count
from lpgraph.dashboard import words
from lpgraph.dashboard.graph.payload import Dot, Drawing, Point, Style, Tie
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views import told_of
from lpgraph.model import Kind
from lpgraph.names.stances import Vote

MOST = 7  # members of a corner that are drawn; the list below names all
_AT: dict[Corner, Point] = {
    Corner.INSIDE: (0.0, -210.0),
    Corner.COMMUNITY: (-290.0, 170.0),
    Corner.UNION: (290.0, 170.0),
}
_KIND = {Corner.INSIDE: Kind.OFFICIAL, Corner.COMMUNITY: Kind.ORGANIZATION, Corner.UNION: Kind.UNION}


def grid_rows(scene: Scene, cells: Sequence[Cell]) -> list[dict[str, str | float]]:
    """One row a key city."""
    return [
        {
            "campaign": clean(scene.name(c.city.campaign)),
            "city": clean(scene.name(c.city.area)),
            "tier": clean(c.city.tier),
            "stage": clean(c.city.stage),
            "vote": words.day(c.city.next_vote),
            "score": c.triad.score,
            "missing": lacks(c.triad),
            "owner": clean(c.city.owner),
        }
        for c in cells
    ]


def lacks(found: Triad) -> str:
    """What a triad lacks, short enough for a column on a small screen: corners, then sides between filled ones."""
    sides = [f"{words.CORNER_SHORT[s.a]}–{words.CORNER_SHORT[s.b]}" for s in found.open_sides]
    ties = words.GRID_TIES[len(sides)].format(sides=", ".join(sides))
    return "; ".join(filter(None, (", ".join(words.CORNER_SHORT[c] for c in found.missing), ties)))


def drawing(scene: Scene, found: Triad) -> Drawing:
    """The triad: who fills each corner around the campaign; an empty corner is a ghost, a missing side is dashed."""
    dots: list[Dot] = [
        Dot(found.campaign, clean(scene.name(found.campaign)), clean(scene.name(found.campaign)), Kind.CAMPAIGN, size=2)
    ]
    places: dict[str, Point] = {found.campaign: (0.0, 30.0)}
    anchors: dict[Corner, str] = {}
    for corner in found.corners:
        x, y = _AT[corner.corner]
        if not corner.members:
            ghost = f"ghost:{corner.corner}"
            label = words.GHOST.format(corner=said.CORNER[corner.corner].lower())
            dots.append(Dot(ghost, label, label, _KIND[corner.corner], words.GHOST_SUB, size=3, ghost=True, rank=1))
            places[ghost], anchors[corner.corner] = (x, y), ghost
            continue
        for number, member in enumerate(corner.members[:MOST]):
            dots.append(_dot(member, number))
            places[member.id] = _beside(x, y, number, min(len(corner.members), MOST))
        anchors[corner.corner] = corner.members[0].id
    view = f"triad:{found.campaign}:{found.area}"
    hidden = sum(max(0, len(c.members) - MOST) for c in found.corners)
    ties = [tie for side in found.sides for tie in _ties(scene, found, side, anchors, places)]
    return Drawing(view, found.campaign, tuple(dots), tuple(ties), places, hidden)


def _dot(member: Member, number: int) -> Dot:
    sub = " · ".join(p for p in (clean(member.role), clean(member.where)) if p)
    ring: str = "whole" if member.kind == Kind.OFFICIAL else ""
    return Dot(
        member.id, clean(member.name), clean(member.name), member.kind, sub, 2, "whole" if ring else "", rank=number + 1
    )


def _beside(x: float, y: float, number: int, of: int) -> Point:
    """Spots on an arc around a corner; one alone stands on it."""
    if of == 1:
        return x, y
    angle = 2 * math.pi * number / of - math.pi / 2
    radius = 46.0 + 7.0 * of
    return x + radius * 1.6 * math.cos(angle), y + radius * 0.7 * math.sin(angle)


def _ties(scene: Scene, found: Triad, side: Side, anchors: dict[Corner, str], places: dict[str, Point]) -> list[Tie]:
    if not side.ties:
        key = f"missing:{side.a}:{side.b}"
        return [Tie(key, anchors[side.a], anchors[side.b], words.CORNER_MISSING, "dashed")]
    drawn: dict[tuple[str, str], Tie] = {}
    for one in side.ties:
        a, b = _member(scene, found.who(side.a), one.a, one.b), _member(scene, found.who(side.b), one.b, one.a)
        style: Style = "solid" if one.strong else "thin"
        if a in places and b in places and (a, b) not in drawn:
            drawn[a, b] = Tie(f"{side.a}:{a}:{b}", a, b, clean(said.tie(scene, one)), style, 2 if one.strong else 1)
    return list(drawn.values())


def _member(scene: Scene, members: Sequence[Member], person: str, other: str) -> str:
    """Which member of a corner somebody is, or stands for."""
    for member in members:
        if person == member.id or person in scene.people_of.get(member.id, ()):
            return member.id
    return next((m.id for m in members if other == m.id or other in scene.people_of.get(m.id, ())), person)


def vote_rows(found: Count) -> list[dict[str, str]]:
    """One row a seat."""
    return [
        {
            "seat": clean(s.seat.name),
            "who": clean(s.holder.name) if s.holder else words.VACANT,
            "vote": str(s.vote),
            "says": clean(said.said(s)),
            "movers": clean(said.moving(s)),
        }
        for s in found.seats
    ]


def history(found: Count) -> list[str]:
    """Every word on every seat, with the row that says it: one line a word, the newest of a seat first."""
    return [
        clean(" · ".join(p for p in (seat.holder.name, one.text, words.day(one.date), one.source, one.row.text) if p))
        for seat in found.seats
        if seat.holder
        for one in seat.said
    ]


def vote_changes(found: Count, edited: Sequence[dict[str, str]]) -> list[tuple[Member, Vote]]:
    """Which seats' votes somebody changed in the cells."""
    changes = []
    for seat, row in zip(found.seats, edited, strict=True):
        if seat.holder and row["vote"] in list(Vote) and row["vote"] != seat.vote:
            changes.append((seat.holder, Vote(row["vote"])))
    return changes


def candidate_line(one: Candidate) -> str:
    """Name, role, place, and whether they lean."""
    parts = (one.member.name, one.member.role, one.member.where, words.LEANING if one.leaning else "")
    return " · ".join(clean(p) for p in parts if p)


def candidate_why(one: Candidate) -> str:
    """Why they could join, for whom of the coalition."""
    if one.by and one.reasons:
        return words.COULD_FOR.format(name=clean(one.by.name), reason=told_of(one.reasons[0].text, one.by.name))
    return words.COULD_UNTIED


def state_rows(states: Sequence[StateCover]) -> list[dict[str, str | float | int | None]]:
    """One row a state, for the map and the table below it."""
    return [
        {
            "state": s.state, "fips": FIPS.get(s.state), "score": round(s.score, 2) if s.cities else None,
            "cities": s.cities, "officials": s.officials, "organizations": s.organizations, "unions": s.unions,
        }
        for s in states
    ]  # fmt: skip


# The numbers by which the Census and the map's shapes know a state; 3, 7, 14, 43 and 52 are not in use.
_CODES = (
    "AL AK - AZ AR CA - CO CT DE DC FL GA - HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
    "OK OR PA - RI SC SD TN TX UT VT VA - WA WV WI WY"
)
FIPS = {code: number for number, code in enumerate(_CODES.split(), 1) if code != "-"} | {"PR": 72}
