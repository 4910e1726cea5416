"""What coalitions and policies say of one person or organization, as points of a briefing."""

from __future__ import annotations

from collections.abc import Iterator

from lpgraph.briefing import words
from lpgraph.briefing.model import Point, point
from lpgraph.coalitions import words as said
from lpgraph.coalitions.coverage import grid
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.triad import corner_of
from lpgraph.coalitions.votes import WIDE, count, deciding
from lpgraph.explore.entities import names
from lpgraph.names.stances import Vote
from lpgraph.network.arrays import Snapshot
from lpgraph.network.reading import Reads
from lpgraph.policies.alike import City
from lpgraph.policies.page import Page, cities_of, here, page

MOST_POLICIES, MOST_CITIES = 5, 3


def campaigns(scene: Scene, who: str) -> list[Point]:
    """The campaigns that somebody works on, with the newest word on where they stand."""
    own = [one for some in scene.involved.values() for one in some if one.who == who]
    return [
        point(words.campaign(one, scene.name(one.campaign)), one.said)
        for one in sorted(own, key=lambda i: (scene.name(i.campaign).casefold(), i.campaign))
    ]


def votes(store: Reads, scene: Scene, who: str) -> list[Point]:
    """What they voted or are expected to vote, the newest first; then where their seat stands in a vote to come."""
    own = sorted((e for e in scene.expected if e.person == who), key=lambda e: (e.date, e.measure), reverse=True)
    named = names(store, {e.measure for e in own})
    return [
        *_counted(scene, who),
        *(point(words.vote(e, named.get(e.measure, e.measure)), e.said) for e in own),
    ]


def _counted(scene: Scene, who: str) -> Iterator[Point]:
    """Their seat in the counts of the key cities that their body decides."""
    bodies = {seat.body for seat in scene.seats if seat.person == who}
    for city in scene.key_cities:
        if deciding(scene, city.area) in bodies:
            found = count(scene, city.campaign, city.area)
            for seat in found.seats:
                if seat.holder and seat.holder.id == who:
                    yield point(
                        f"{scene.name(city.campaign)}, {scene.name(city.area)}: {seat.vote}. "
                        f"{said.count_line(scene, found)}",
                        *(s.row for s in seat.said[:1]),
                    )


def gaps(scene: Scene, who: str) -> Iterator[Point]:
    """Empty corners that they could fill, and undecided votes that they could move, in the areas of which they are."""
    member = scene.members[who]
    for cell in grid(scene):
        area, campaign = cell.city.area, cell.city.campaign
        stands = next((i for i in scene.involved.get(campaign, ()) if i.who == who), None)
        if stands is not None and stands.vote is Vote.NO:
            continue
        corner = corner_of(scene, member, area)
        if corner in cell.triad.missing:
            leans = stands is not None
            yield point(words.gap(scene.name(campaign), scene.name(area), said.CORNER[corner], leans), cell.city.said)
        if stands is None or not stands.supports:
            continue
        for seat in count(scene, campaign, area).seats:
            if seat.holder and any(m.member.id == who for m in seat.movers):
                how = next(said.HOW[m.how] for m in seat.movers if m.member.id == who)
                yield point(words.could_move(scene.name(campaign), seat.holder.name, str(seat.vote), how))


def policies(store: Reads, snapshot: Snapshot, scene: Scene, who: str) -> list[Point]:
    """The policies that they or their city care about: how it stands here, and where it passed."""
    areas = _areas(scene, who)
    cities = cities_of(store, set(areas))
    own = [(r["id"], r["name"]) for r in store.read("policy_of_person", id=who)]
    known = snapshot.passages.names
    local = {m.policy for m in snapshot.passages.measures if m.area in areas}
    own += sorted((one, known.get(one, one)) for one in local - {p for p, _ in own})
    found = [page(store, one, name, scene.day) for one, name in own[:MOST_POLICIES]]
    return [_policy(one, areas, cities) for one in found]


def _areas(scene: Scene, who: str) -> list[str]:
    """The city or county of somebody, and what their seat stands for; no state."""
    near = {far for area in scene.where.get(who, ()) for far in scene.around(area)}
    return sorted(a for a in near if a in scene.areas and scene.areas[a].type not in WIDE)


def _policy(found: Page, areas: list[str], cities: dict[str, City]) -> Point:
    own = next((p for p in found.places if p.city.id in areas), None)
    city = own.city if own else next((c for a in areas if (c := cities.get(a))), None)
    local = here(found, city, MOST_CITIES) if city else None
    near = [where for _, where in local.alike] if local else list(found.adopted[:MOST_CITIES])
    rows = [row for where in (*([own] if own else []), *near) for row in where.best.said[:1]]
    return point(words.policy(found.name, own, near), *rows)
