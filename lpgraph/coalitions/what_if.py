"""What breaks if somebody leaves, loses, or an organization leaves: the same answers on the day without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lpgraph.coalitions.model import HOW, KeyCity, Member, Open, Seat
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.structure import coalition, ties_among
from lpgraph.coalitions.triad import Corner, Side, Triad, triad
from lpgraph.coalitions.votes import Count, Mover, count, may_ask
from lpgraph.names.stances import Vote
from lpgraph.network import measures


@dataclass(frozen=True, slots=True)
class Change:
    """What a campaign in an area loses."""

    city: KeyCity
    before: Triad
    after: Triad
    votes_before: Count
    votes_after: Count
    isolated: tuple[Member, ...]  # members who had a tie in this coalition and have none now
    parts: int  # into how many parts it falls beyond those it had
    replacements: tuple[tuple[Side, tuple[Mover, ...]], ...]  # sides lost, and who could join the two corners again

    @property
    def corners_lost(self) -> tuple[Corner, ...]:
        """Corners that were filled and are not now."""
        return tuple(c for c in self.after.missing if c not in self.before.missing)

    @property
    def sides_lost(self) -> tuple[Side, ...]:
        """Sides as they were, that are weaker now."""
        return tuple(a for a, b in zip(self.before.sides, self.after.sides, strict=True) if b.strength < a.strength)

    @property
    def votes_lost(self) -> int:
        """Yes votes that are gone."""
        return self.votes_before.number(Vote.YES) - self.votes_after.number(Vote.YES)

    @property
    def matters(self) -> bool:
        """Whether anything changes at all."""
        return bool(self.corners_lost or self.sides_lost or self.votes_lost or self.isolated or self.parts)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer for all who leave together."""

    gone: tuple[Member, ...]
    seats: tuple[Seat, ...]  # that they hold
    changes: tuple[Change, ...]  # worst first
    hanging: tuple[Open, ...]  # introductions under way that lose a party or their broker


def what_if(scene: Scene, gone: Iterable[str]) -> WhatIf:
    """What each campaign in each of its key cities loses without these people and organizations."""
    out = tuple(sorted(one for one in set(gone) if one in scene.members))
    after = scene.without(out)
    leaving = set(out)
    touched = [city for city in scene.key_cities if _touches(scene, city, leaving)]
    changes = [change for city in touched if (change := _change(scene, after, city, leaving)).matters]
    return WhatIf(
        tuple(scene.members[one] for one in out),
        tuple(seat for seat in scene.seats if seat.person in leaving),
        tuple(sorted(changes, key=_worst_first)),
        tuple(o for o in scene.open if leaving & {*o.parties, o.broker}),
    )


def _touches(scene: Scene, city: KeyCity, leaving: set[str]) -> bool:
    """Whether anybody who leaves is of this coalition, stands for one of its members, or sits in a body there."""
    working = {i.who for i in scene.at_work.get((city.campaign, city.area), ())}
    if leaving & working or any(leaving & scene.people_of.get(one, frozenset()) for one in working):
        return True
    areas = {
        area for s in scene.seats if s.person in leaving or s.body in leaving for area in scene.bodies.get(s.body, ())
    }
    return city.area in areas


def _change(scene: Scene, after: Scene, city: KeyCity, leaving: set[str]) -> Change:
    before, now = (triad(one, city.campaign, city.area) for one in (scene, after))
    votes = tuple(count(one, city.campaign, city.area) for one in (scene, after))
    isolated, parts = _apart(scene, after, city, leaving)
    lost = [
        side
        for side, was in zip(now.sides, before.sides, strict=True)
        if side.strength < was.strength and now.who(side.a) and now.who(side.b)
    ]
    return Change(
        city, before, now, votes[0], votes[1], isolated, parts,
        tuple((side, bridges(after, now, side)) for side in lost),
    )  # fmt: skip


def _apart(scene: Scene, after: Scene, city: KeyCity, leaving: set[str]) -> tuple[tuple[Member, ...], int]:
    own = [m.id for m in coalition(scene, city.campaign, city.area)]
    stay = [one for one in own if one not in leaving]
    if len(stay) == len(own) and not any(leaving & scene.people_of.get(one, frozenset()) for one in own):
        return (), 0
    before, now = ties_among(scene, own), ties_among(after, stay)
    tied = {one for edge in before for one in edge}
    still = {one for edge in now for one in edge}
    lonely = tuple(scene.members[one] for one in stay if one in tied and one not in still)
    # Those who leave may have been a part of their own: only what their leaving splits counts.
    had = sum(1 for part in measures.parts(own, before) if part - leaving)
    return lonely, max(0, len(measures.parts(stay, now)) - had)


def bridges(after: Scene, now: Triad, side: Side) -> tuple[Mover, ...]:
    """Who is tied to both corners of a lost side and belongs to neither: they could introduce the two again."""
    ours, theirs = ({m.id for m in now.who(corner)} for corner in (side.a, side.b))
    ours, theirs = _people(after, ours), _people(after, theirs)
    near = [
        {other: how for one in sorted(people) for other, how in after.contacts(one).items()}
        for people in (ours, theirs)
    ]
    both = (near[0].keys() & near[1].keys()) - ours - theirs
    against = {i.who for i in after.involved.get(now.campaign, ()) if i.vote is Vote.NO}
    found = [
        Mover(after.members[one], max(near[0][one], near[1][one], key=HOW.index), 0)
        for one in both - against
        if may_ask(after, one, *ours, *theirs)
    ]
    return tuple(sorted(found, key=lambda m: (HOW.index(m.how), m.member.name, m.member.id))[:3])


def _people(scene: Scene, corner: set[str]) -> set[str]:
    return {p for one in corner for p in (scene.people_of.get(one) or {one}) if p in scene.members}


def _worst_first(change: Change) -> tuple[int, float, int, str, str]:
    lost = sum(a.strength - b.strength for a, b in zip(change.before.sides, change.after.sides, strict=True))
    return (
        -len(change.corners_lost),
        -lost - change.votes_lost,
        -len(change.isolated),
        change.city.campaign,
        change.city.area,
    )
