"""Seats that changed hands: who left, who follows, and what lost its person; and terms that end within a year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from lpgraph.coalitions.model import Involvement, Member, Open, Seat
from lpgraph.coalitions.scene import Scene
from lpgraph.network.days import is_current


@dataclass(frozen=True, slots=True)
class Handover:
    """A seat whose holder left: ``successor`` is who holds it now, ``orphaned`` what the one who left worked on."""

    seat: Seat  # as the one who left held it
    outgoing: Member
    successor: Member | None
    still_in_office: bool  # in another seat
    orphaned: tuple[Involvement, ...]
    introductions: tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A term that ends soon, with the campaigns that its holder works on."""

    seat: Seat
    holder: Member
    involvements: tuple[Involvement, ...]


def turnover(scene: Scene, since: str = "") -> tuple[Handover, ...]:
    """Seats that changed hands since a day (a year before the scene's), newest first; re-elections are none."""
    since = since or (date.fromisoformat(scene.day) - timedelta(days=365)).isoformat()
    in_office = {seat.person for seat in scene.seats if seat.person}
    holders = _holders(scene)
    found: dict[tuple[str, str], Handover] = {}
    for term in scene.terms:
        ended = (
            since <= term.end[:10] and not is_current(term.start, term.end, scene.day) and term.end[:10] <= scene.day
        )
        member = scene.members.get(term.person)
        if not ended or member is None or term.person in holders[term.body, ""]:
            continue
        known = found.get((term.body, term.person))
        if known is None or known.seat.end < term.end:
            found[term.body, term.person] = _handover(scene, term, member, holders, term.person in in_office)
    return tuple(sorted(found.values(), key=lambda h: (_backwards(h.seat.end), h.outgoing.name, h.outgoing.id)))


def _backwards(text: str) -> tuple[int, ...]:
    return tuple(-ord(c) for c in text[:10])


def _holders(scene: Scene) -> dict[tuple[str, str], dict[str, Seat]]:
    """Current holders by (body, seat's name) and, under an empty name, of the whole body."""
    found: defaultdict[tuple[str, str], dict[str, Seat]] = defaultdict(dict)
    for seat in scene.seats:
        if seat.person:
            found[seat.body, seat.name][seat.person] = seat
            found[seat.body, ""][seat.person] = seat
    return found


def _handover(
    scene: Scene, term: Seat, member: Member, holders: dict[tuple[str, str], dict[str, Seat]], still: bool
) -> Handover:
    same = [s for s in scene.seats if s.post == term.post and s.person]
    same = same or list(holders.get((term.body, term.name), {}).values())
    # A name that several seats of a body share ("Council Member") says who may follow only when one is new.
    fresh = [s for s in same if s.start[:10] >= term.end[:7]] or (same if len(same) == 1 else [])
    follows = max(fresh, key=lambda s: (s.start, s.person)) if len(fresh) == 1 else None
    return Handover(
        term,
        member,
        scene.members.get(follows.person) if follows else None,
        still,
        _orphaned(scene, member.id, follows.person if follows else ""),
        tuple(o for o in scene.open if member.id in (*o.parties, o.broker)),
    )


def _orphaned(scene: Scene, who: str, successor: str) -> tuple[Involvement, ...]:
    """What somebody worked for, and whoever follows them does not yet."""
    own = [i for some in scene.involved.values() for i in some if i.who == who and i.supports]
    taken = {i.campaign for some in scene.involved.values() for i in some if i.who == successor}
    return tuple(i for i in own if i.campaign not in taken)


def ending(scene: Scene, days: int = 365) -> tuple[Ending, ...]:
    """Terms that end within so many days, soonest first."""
    until = (date.fromisoformat(scene.day) + timedelta(days=days)).isoformat()
    found = [
        Ending(
            seat,
            scene.members[seat.person],
            tuple(i for some in scene.involved.values() for i in some if i.who == seat.person),
        )
        for seat in scene.seats
        if seat.person in scene.members and seat.end and seat.end[:10] <= until
    ]
    return tuple(sorted(found, key=lambda e: (e.seat.end, e.holder.name, e.holder.id)))
