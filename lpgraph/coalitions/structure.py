"""Who holds a coalition together: the graph of its members, those without whom it falls apart, who stands between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from lpgraph.coalitions.model import Member
from lpgraph.coalitions.scene import Scene, pair
from lpgraph.coalitions.triad import corner_of
from lpgraph.network import measures

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody without whom the coalition falls apart, and into which parts."""

    member: Member
    parts: tuple[tuple[Member, ...], ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Somebody who stands between others who are not tied: how often in which role (``measures.ROLES``)."""

    member: Member
    roles: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All mediations."""
        return sum(number for _, number in self.roles)


@dataclass(frozen=True, slots=True)
class Structure:
    """A coalition as a graph."""

    members: tuple[Member, ...]
    edges: tuple[Edge, ...]
    holders: tuple[Holder, ...]
    communities: tuple[tuple[Member, ...], ...]
    between: tuple[Between, ...]
    alone: tuple[Member, ...]


def coalition(scene: Scene, campaign: str, area: str = "") -> tuple[Member, ...]:
    """Who works for a campaign, in one area when one is named, by name."""
    working = scene.at_work.get((campaign, area), ()) if area else scene.involved.get(campaign, ())
    members = [scene.members[i.who] for i in working if i.supports]
    return tuple(
        sorted(
            (m for m in members if not area or corner_of(scene, m, area) is not None),
            key=lambda m: (m.name.casefold(), m.id),
        )
    )


def ties_among(scene: Scene, members: Iterable[str]) -> frozenset[Edge]:
    """Which members are tied: they or their people know each other, were introduced, belong to one circle (colleagues
    on a council), or met at a small event."""
    selves = scene.selves(members)
    near: defaultdict[str, set[str]] = defaultdict(set)  # an event or a circle → those of them who are in it
    found: set[Edge] = set()
    for x, own in selves.items():
        found |= {pair(a, b) for a, b in combinations(own, 2)}
        for y in scene.asserted.get(x, {}):
            found |= {pair(a, b) for a, b in product(own, selves.get(y, ())) if a != b}
        for place in (*scene.events_of.get(x, ()), *scene.circles.get(x, ())):
            near[place].add(x)
    for who in near.values():
        for x, y in combinations(sorted(who), 2):
            found |= {pair(a, b) for a, b in product(selves[x], selves[y]) if a != b}
    return frozenset(found)


def structure(scene: Scene, campaign: str, area: str = "") -> Structure:
    """The graph of a campaign's supporters."""
    members = coalition(scene, campaign, area)
    ids = [m.id for m in members]
    edges = ties_among(scene, ids)
    by_id = {m.id: m for m in members}
    tied = {one for edge in edges for one in edge}
    roles = measures.brokerage(edges, {m.id: _group(m) for m in members})
    return Structure(
        members,
        tuple(sorted(edges)),
        tuple(_holder(by_id, ids, edges, one) for one in sorted(measures.articulation(ids, edges))),
        tuple(_named(by_id, part) for part in measures.communities(tied, edges)),
        tuple(
            sorted((_between(by_id[one], found) for one, found in roles.items()), key=lambda b: (-b.total, b.member.id))
        ),
        tuple(m for m in members if m.id not in tied),
    )


def _holder(by_id: dict[str, Member], ids: list[str], edges: frozenset[Edge], one: str) -> Holder:
    return Holder(by_id[one], tuple(_named(by_id, part) for part in measures.falls_into(ids, edges, one)))


def _named(by_id: dict[str, Member], part: Iterable[str]) -> tuple[Member, ...]:
    return tuple(sorted((by_id[one] for one in part), key=lambda m: (m.name.casefold(), m.id)))


def _between(member: Member, found: Counter[str]) -> Between:
    return Between(member, tuple((role, found[role]) for role in measures.ROLES if found[role]))


def _group(member: Member) -> str:
    return "official" if member.kind == "official" else member.kind
