"""Who could fill an empty corner, ranked by the introductions' own score for those who are in already."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from lpgraph.coalitions.model import Member
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.structure import coalition
from lpgraph.coalitions.triad import Corner, corner_of
from lpgraph.introductions import DEFAULT, Broker, Reason, Rules, suggest
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.gates import open_to, quiet
from lpgraph.introductions.model import Ask
from lpgraph.introductions.score import score
from lpgraph.model import Kind
from lpgraph.names.stances import Vote
from lpgraph.network.arrays import Snapshot
from lpgraph.network.days import day_of
from lpgraph.network.index import index_of
from lpgraph.network.reading import Reads

ASKING = 8  # members whose scores are added up
_KIND = {Corner.INSIDE: Kind.OFFICIAL, Corner.COMMUNITY: Kind.ORGANIZATION, Corner.UNION: Kind.UNION}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could fill a corner. ``by`` is the member who is nearest to them; no reason: nothing ties them yet,
    they are only of this place and kind. ``leaning``: they work on the campaign already, but only lean."""

    member: Member
    score: float
    leaning: bool
    by: Member | None = None
    reasons: tuple[Reason, ...] = ()
    broker: Broker | None = None


def candidates(
    store: Reads,
    snapshot: Snapshot,
    scene: Scene,
    campaign: str,
    area: str,
    corner: Corner,
    top: int = 5,
    rules: Rules = DEFAULT,
    book: Book = EMPTY,
) -> tuple[Candidate, ...]:
    """Who of the right kind and place could join, best first; whom a gate stops for every member is left out."""
    working = {i.who for i in scene.involved.get(campaign, ()) if i.supports}
    stance = {i.who: i.vote for i in scene.involved.get(campaign, ())}
    fits = [
        m
        for m in scene.members.values()
        if m.kind == _KIND[corner]
        and not m.quiet
        and corner_of(scene, m, area) is corner
        and stance.get(m.id) not in (Vote.NO, Vote.YES)
        and m.id not in working
    ]
    total, nearest = _scored(snapshot, scene, campaign, area, fits, rules, book)
    ordered = sorted(fits, key=lambda m: (m.id not in stance, -total.get(m.id, 0.0), m.name.casefold(), m.id))[:top]
    return tuple(
        _told(store, snapshot, Candidate(m, total.get(m.id, 0.0), m.id in stance, nearest.get(m.id)), book)
        for m in ordered
    )


def _scored(
    snapshot: Snapshot, scene: Scene, campaign: str, area: str, fits: list[Member], rules: Rules, book: Book
) -> tuple[dict[str, float], dict[str, Member]]:
    """The sum of what each member's score says of each candidate, and who of them says most."""
    index = index_of(snapshot, rules.limits.tuning, day_of(snapshot.day))
    position = snapshot.nodes.position
    wanted = np.zeros(len(snapshot.nodes), dtype=bool)
    wanted[[position[m.id] for m in fits if m.id in position]] = True
    total: dict[str, float] = {}
    nearest: dict[str, tuple[float, Member]] = {}
    asking = [m for m in coalition(scene, campaign, area) or coalition(scene, campaign) if m.id in position]
    for member in asking[:ASKING]:
        u = position[member.id]
        if quiet(index)[u]:
            continue
        found = score(index, u, open_to(index, u, show_met=True, book=book) & wanted, rules.weights).total
        for v in np.flatnonzero(found).tolist():
            one, worth = snapshot.nodes.ids[v], float(found[v])
            total[one] = total.get(one, 0.0) + worth
            if worth > nearest.get(one, (0.0, member))[0]:
                nearest[one] = (worth, member)
    return total, {one: member for one, (_, member) in nearest.items()}


def _told(store: Reads, snapshot: Snapshot, one: Candidate, book: Book) -> Candidate:
    """A candidate with the reasons and the broker that an introduction to the nearest member would have."""
    if one.by is None:
        return one
    ask = Ask(kinds=(one.member.kind,), top=50, show_met=True)
    found = next((s for s in suggest(store, snapshot, one.by.id, ask, book=book) if s.id == one.member.id), None)
    return replace(one, reasons=found.reasons, broker=found.broker) if found else one
