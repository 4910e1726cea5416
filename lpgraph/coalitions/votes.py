"""The vote count: each seat of the body that decides, where it stands and who says so, and what is still needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lpgraph.coalitions.model import CARE, HOW, Member, Seat
from lpgraph.coalitions.scene import Scene, pair
from lpgraph.coalitions.seats import Doubts, doubts
from lpgraph.coalitions.seats import votes as voting
from lpgraph.model import FileRow
from lpgraph.names.stances import Vote, vote_of


@dataclass(frozen=True, slots=True)
class Said:
    """Where a vote is known from: a stance on the campaign, an expectation, a recorded vote."""

    vote: Vote
    kind: str  # "stance", "expected", "voted"
    text: str  # as it was written
    date: str
    source: str
    row: FileRow
    about: str = ""  # the measure
    seq: int = 0  # the number of the load that says so


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody of the coalition who is tied to a seat's holder: ``how`` is knows, introduced, belongs or together."""

    member: Member
    how: str
    load: int = 0  # introductions that they carry already


@dataclass(frozen=True, slots=True)
class SeatVote:
    """One seat: who holds it, where they stand, all that was said of it (newest first), who could move them."""

    seat: Seat
    holder: Member | None
    vote: Vote
    said: tuple[Said, ...] = ()
    movers: tuple[Mover, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A body's count for a campaign in an area."""

    campaign: str
    area: str
    body: str
    seats: tuple[SeatVote, ...]
    needed: int
    next_vote: str = ""
    doubts: Doubts = field(default_factory=Doubts)

    def number(self, vote: Vote) -> int:
        """How many seats stand so."""
        return sum(seat.vote is vote for seat in self.seats)

    @property
    def missing(self) -> int:
        """How many yes votes are still needed."""
        return max(0, self.needed - self.number(Vote.YES))


SHOWN = 5  # people who could move one seat
WIDE = ("state", "district", "territory", "country")  # areas whose legislature does not decide for a city


def deciding(scene: Scene, area: str) -> str:
    """The body that decides in an area: of those that govern it, the one with the most seats; ``""`` for none.

    Where none governs it the body of the city around it decides: a borough and a district have no council.
    """
    todo, seen = [area], {area}
    while todo:
        sizes: dict[str, int] = {}
        for seat in scene.seats:
            if not scene.bodies.get(seat.body, frozenset()).isdisjoint(todo):
                sizes[seat.body] = sizes.get(seat.body, 0) + 1
        if sizes:
            return min(sizes, key=lambda body: (-sizes[body], body))
        above = {p for one in todo if one in scene.areas for p in scene.areas[one].parents} - seen
        todo = [one for one in sorted(above) if one in scene.areas and scene.areas[one].type not in WIDE]
        seen |= above
    return ""


def count(scene: Scene, campaign: str, area: str, body: str = "", needed: int = 0) -> Count:
    """The vote count of a body (the deciding one). ``needed``: the votes that pass it, else more than half."""
    body = body or deciding(scene, area)
    own = sorted((s for s in scene.seats if s.body == body), key=lambda s: (_number(s.name), s.post, s.person))
    seats = [s for s in own if voting(s.name)]
    city = next((k for k in scene.key_cities if k.campaign == campaign and k.area == area), None)
    friends = _friends(scene, campaign)
    loads = _loads(scene)
    rows = tuple(_seat(scene, campaign, area, seat, friends, loads) for seat in seats)
    return Count(
        campaign, area, body, rows, needed or (len(rows) // 2 + 1 if rows else 0), city.next_vote if city else "",
        doubts(seats, [s for s in own if not voting(s.name)], _districts(scene, body)),
    )  # fmt: skip


def _districts(scene: Scene, body: str) -> int:
    """How many numbered districts or wards the area of a body has, as far as areas are loaded."""
    found: dict[str, set[int]] = {}
    for area in scene.bodies.get(body, ()):
        for one in scene.at(area):
            kind, _, digits = one.removeprefix(f"{area}/").partition(":")
            if kind in ("council_district", "ward") and digits.isdigit() and int(digits) > 0:
                found.setdefault(kind, set()).add(int(digits))
    return max((len(some) for some in found.values()), default=0)


def _number(name: str) -> tuple[str, int, str]:
    """Seats in the order of their numbers: District 9 before District 10."""
    digits = "".join(c if c.isdigit() else " " for c in name).split()
    return name.split(digits[0], maxsplit=1)[0] if digits else name, int(digits[0]) if digits else 0, name


def said_of(scene: Scene, campaign: str, area: str, person: str) -> tuple[Said, ...]:
    """All that is known of somebody's vote, newest first; what they did outweighs what was expected on one day."""
    here = {area, *(a for a in scene.around(area) if a in scene.areas and scene.areas[a].type not in WIDE)}
    measures = {one for a in here for one in scene.measures.get(key(campaign, a), ())}
    found = [
        Said(i.vote, "stance", i.stand, i.start, "", i.said, seq=i.seq)
        for i in scene.said.get((campaign, person), ())
        if i.stand
    ]
    found += [
        Said(vote_of(e.vote), "voted" if e.voted else "expected", e.vote, e.date, e.source, e.said, e.measure)
        for e in scene.expected
        if e.person == person and e.measure in measures
    ]
    weight = {"expected": 0, "stance": 1, "voted": 2}
    return tuple(sorted(found, key=lambda s: (s.date, weight[s.kind], s.seq, CARE[s.vote], s.row.place), reverse=True))


def key(campaign: str, area: str) -> str:
    """How ``Scene.measures`` names a campaign in an area."""
    return f"{campaign}|{area}"


def _seat(
    scene: Scene, campaign: str, area: str, seat: Seat, friends: frozenset[str], loads: Mapping[str, int]
) -> SeatVote:
    holder = scene.members.get(seat.person)
    if holder is None:
        return SeatVote(seat, None, Vote.UNKNOWN)
    said = said_of(scene, campaign, area, holder.id)
    vote = said[0].vote if said else Vote.UNKNOWN
    undecided = vote in (Vote.UNKNOWN, Vote.LEAN) and not holder.quiet
    return SeatVote(seat, holder, vote, said, movers(scene, holder.id, friends, loads) if undecided else ())


def _friends(scene: Scene, campaign: str) -> frozenset[str]:
    """Who works for a campaign: its people, and the people of its organizations."""
    own = {i.who for i in scene.involved.get(campaign, ()) if i.supports}
    against = {i.who for i in scene.involved.get(campaign, ()) if i.vote is Vote.NO}
    people = {p for one in own for p in scene.people_of.get(one, ())} | own
    return frozenset(
        one for one in people - against if one in scene.members and scene.members[one].is_person
    )  # fmt: skip


def _loads(scene: Scene) -> dict[str, int]:
    carried: dict[str, int] = {}
    for one in scene.open:
        if one.broker:
            carried[one.broker] = carried.get(one.broker, 0) + 1
    return carried


def may_ask(scene: Scene, one: str, *others: str) -> bool:
    """Whether somebody may be named as one who could speak to others: a person, no gate of theirs, none between."""
    member = scene.members[one]
    open_to = member.is_person and not member.quiet and one not in scene.tired
    return open_to and all(pair(one, other) not in scene.apart for other in others)


def movers(scene: Scene, person: str, among: Collection[str], loads: Mapping[str, int]) -> tuple[Mover, ...]:
    """Who of a coalition is tied to somebody: the closest kind of tie first, then who carries least."""
    found = [
        Mover(scene.members[one], how, loads.get(one, 0))
        for one, how in scene.contacts(person).items()
        if one in among and may_ask(scene, one, person)
    ]
    return tuple(sorted(found, key=lambda m: (HOW.index(m.how), m.load, m.member.name, m.member.id))[:SHOWN])
