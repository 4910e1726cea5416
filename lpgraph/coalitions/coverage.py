"""Where campaigns stand: the grid campaign × area by the biggest gap, the states, and who leads where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from lpgraph.coalitions.model import KeyCity, Member
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.structure import ties_among
from lpgraph.coalitions.triad import Corner, Triad, triad
from lpgraph.model import Kind

FULL = 6.0  # three corners, three strong sides
_TIERS = {"1": 3.0, "2": 2.0, "3": 1.0}


@dataclass(frozen=True, slots=True)
class Cell:
    """A campaign in one of its key cities. ``gap``: how much is missing, weighed by tier (3, 2, 1)."""

    city: KeyCity
    triad: Triad
    days_to_vote: int | None

    @property
    def gap(self) -> float:
        """What is missing of a full triad, times the weight of the tier."""
        return (FULL - self.triad.score) * _TIERS.get(self.city.tier.strip(), 1.0)


@dataclass(frozen=True, slots=True)
class StateCover:
    """What there is in one state."""

    state: str
    cities: int  # key cities of any campaign
    score: float  # mean triad score, 0 to 6
    officials: int
    organizations: int
    unions: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The leads of two key cities of one campaign that are not tied."""

    campaign: str
    a: tuple[str, Member]  # area, lead
    b: tuple[str, Member]


def grid(scene: Scene, campaigns: tuple[str, ...] = (), areas: tuple[str, ...] = ()) -> tuple[Cell, ...]:
    """Every key city of the asked campaigns and areas (all when none is named), the biggest gap first."""
    cells = [
        Cell(city, triad(scene, city.campaign, city.area), _days(scene.day, city.next_vote))
        for city in scene.key_cities
        if (not campaigns or city.campaign in campaigns) and (not areas or city.area in areas)
    ]
    return tuple(sorted(cells, key=lambda c: (-c.gap, _soon(c), scene.name(c.city.campaign), scene.name(c.city.area))))


def _soon(cell: Cell) -> int:
    return 10_000 if cell.days_to_vote is None or cell.days_to_vote < 0 else cell.days_to_vote


def _days(today: str, vote: str) -> int | None:
    from datetime import date

    try:
        return (date.fromisoformat(vote[:10]) - date.fromisoformat(today)).days
    except ValueError:
        return None


def states(scene: Scene, cells: tuple[Cell, ...]) -> tuple[StateCover, ...]:
    """Each state with somebody or something in it."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for cell in cells:
        if cell.city.area in scene.areas:
            scores[scene.areas[cell.city.area].state].append(cell.triad.score)
    kinds: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one, where in scene.where.items():
        for state in {scene.areas[a].state for a in where if a in scene.areas and scene.areas[a].state}:
            kinds[state][scene.members[one].kind] += 1
    return tuple(
        StateCover(
            state,
            len(scores[state]),
            sum(scores[state]) / len(scores[state]) if scores[state] else 0.0,
            kinds[state][Kind.OFFICIAL],
            kinds[state][Kind.ORGANIZATION],
            kinds[state][Kind.UNION],
        )
        for state in sorted({*scores, *kinds} - {""})
    )


def lead_of(scene: Scene, campaign: str, cell: Triad) -> Member | None:
    """Who leads a campaign inside a city: the official whose role says lead or champion, else the most influential."""
    roles = {i.who: i for i in scene.involved.get(campaign, ())}
    inside = cell.who(Corner.INSIDE)
    return min(inside, key=lambda m: (_rank(roles[m.id].role), -_weight(roles[m.id].influence), m.name), default=None)


def _rank(role: str) -> int:
    text = role.casefold()
    return next((n for n, word in enumerate(("lead", "champion", "sponsor")) if word in text), 3)


def _weight(influence: str) -> float:
    words = {"high": 3.0, "medium": 2.0, "low": 1.0}
    try:
        return words.get(influence.casefold().strip()) or float(influence or 0)
    except ValueError:
        return 0.0


def unlinked_leads(scene: Scene, campaign: str) -> tuple[Lead, ...]:
    """Pairs of leads in key cities of a campaign who are not tied: whom to introduce across cities."""
    found = {
        city.area: lead
        for city in scene.key_cities
        if city.campaign == campaign and (lead := lead_of(scene, campaign, triad(scene, campaign, city.area)))
    }
    tied = ties_among(scene, {m.id for m in found.values()})
    return tuple(
        Lead(campaign, (a, found[a]), (b, found[b]))
        for a, b in combinations(sorted(found), 2)
        if found[a].id != found[b].id and tuple(sorted((found[a].id, found[b].id))) not in tied
    )
