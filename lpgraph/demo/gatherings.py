"""Sixty events over three years: who registered, who came, and who never does."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random

from lpgraph.demo.places import BY_KEY, PLACES, Place
from lpgraph.demo.world import Campaign, Gathering, Person, World

EVENTS = 60
CONVENING = "convening-3"  # the big one: 130 people, told by an Eventbrite report
SIGN_IN, BRIEFING_AHEAD = "oakland-table", "briefing-6"
ZOOM = frozenset({"fair-workweek-call-3", "tenant-protections-call-3"})
NEVER = frozenset({"walter", "priya"})  # priya registers
ASLEEP = 0.45  # the share of officials who were at nothing
# (days before the day, how many came) of the three national convenings
NATIONAL = ((1_020, 70), (655, 90), (288, 130))
SEASONS = (
    "Winter",
    "Winter",
    "Spring",
    "Spring",
    "Spring",
    "Summer",
    "Summer",
    "Summer",
    "Fall",
    "Fall",
    "Fall",
    "Winter",
)


class Crowd:
    """Who is likely to come to what: many never, some often; the stories' people as their story wants it."""

    def __init__(self, world: World, rng: Random) -> None:
        self._rng = rng
        self._cast = {person.key: person for person in world.cast.values()}
        officials = set(world.officials)
        self.weights: dict[Person, float] = {}
        for person in world.people:
            asleep = person.key not in self._cast and rng.random() < (ASLEEP if person in officials else 0.3)
            self.weights[person] = 0.0 if asleep or person.key in NEVER else rng.choice((0.4, 1.0, 1.0, 2.5))

    def active(self) -> list[Person]:
        """Everybody who may come anywhere: Portland keeps to itself, but for its bridge."""
        return [p for p, weight in self.weights.items() if weight and not shut_in(p)]

    def draw(self, pool: list[Person], size: int) -> list[Person]:
        """``size`` people of the pool, the keen ones first; fewer when the pool is smaller. Dwayne and Noemi: never both."""
        keyed = sorted(pool, key=lambda p: self._rng.random() ** (1 / (self.weights[p] or 0.01)), reverse=True)
        drawn = keyed[:size]
        dwayne, noemi = self._cast["dwayne"], self._cast["noemi"]
        if dwayne in drawn and noemi in drawn:
            drawn[drawn.index(noemi)] = next(p for p in keyed[size:] if p is not noemi) if len(keyed) > size else dwayne
        return list(dict.fromkeys(drawn))


def shut_in(person: Person) -> bool:
    """Portland's people, who have met nobody elsewhere; Odile has."""
    return person.place is BY_KEY["portland"] and person.key != "odile"


def gather(world: World, rng: Random) -> None:
    """All events, oldest first."""
    crowd = Crowd(world, rng)
    for number, (days, size) in enumerate(NATIONAL, 1):
        _national(world, rng, crowd, number, days, size)
    for year in range(3):
        for region in ("Mountain", "Northeast", "Midwest", "South"):
            _regional(world, rng, crowd, region, 1_000 - 330 * year - rng.randrange(0, 120))
    for campaign in world.campaigns:
        for number in (1, 2, 3):
            _call(world, rng, crowd, campaign, number, 1_000 - 310 * number + rng.randrange(0, 90))
    for number in range(1, 7):
        _briefing(world, rng, crowd, number)
    tables = [(campaign, city.place) for campaign in world.campaigns for city in campaign.cities]
    _table(world, rng, crowd, world.campaign("tenant-protections"), BY_KEY["oakland"], SIGN_IN)
    _table(world, rng, crowd, world.campaign("fair-workweek"), BY_KEY["denver"], "denver-table")
    for number in (1, 2, 3):
        _table(world, rng, crowd, world.campaign("tenant-protections"), BY_KEY["portland"], f"portland-table-{number}")
    for index, (campaign, place) in enumerate(rng.sample(tables, EVENTS - len(world.events))):
        _table(world, rng, crowd, campaign, place, f"table-{index + 1}")
    world.events.sort(key=lambda event: (event.start, event.key))


def _event(
    world: World, key: str, title: str, kind: str, days: int, place: Place | None, campaign: Campaign | None = None
) -> Gathering:
    start = datetime.combine(world.as_of - timedelta(days=days), time(18 if place else 17))
    host = next(
        (o.name for o in world.orgs if o.place is place and o.classification != "union"), "Commonweal Workbench"
    )
    event = Gathering(
        key,
        title,
        kind,
        start,
        1.0 if place is None else 3.0,
        place,
        "in person" if place else "online",
        host,
        campaign,
    )
    world.events.append(event)
    return event


def _came(world: World, rng: Random, event: Gathering, people: list[Person], extra: list[Person], share: float) -> None:
    """Those who came, and of ``extra`` as many as ``share`` of them who only registered."""
    event.came = people
    absent = [p for p in extra if p not in people]
    event.absent = rng.sample(absent, min(len(absent), round(len(people) * share)))


def _national(world: World, rng: Random, crowd: Crowd, number: int, days: int, size: int) -> None:
    place = BY_KEY[("philadelphia", "chicago", "denver")[number - 1]]
    day = world.as_of - timedelta(days=days)
    event = _event(world, f"convening-{number}", f"National Convening {day.year}", "convening", days, place)
    event.host = "Commonweal Workbench"
    pool = [p for p in crowd.active() if p.key not in {"noemi", "ruth"}]
    planted = [world.cast["ruth"], world.cast["dwayne"]] + ([world.cast["odile"]] if number > 1 else [])
    rest = crowd.draw([p for p in pool if p not in planted], size - len(planted))
    _came(world, rng, event, [*planted, *rest], pool, 0.15)
    if event.key == CONVENING:
        event.export = "eventbrite"
        event.absent = [world.cast["priya"], *event.absent]


def _regional(world: World, rng: Random, crowd: Crowd, region: str, days: int) -> None:
    home = rng.choice([p for p in PLACES if p.region == region and p.key != "portland"])
    day = world.as_of - timedelta(days=days)
    title = f"{region} Gathering, {SEASONS[day.month - 1]} {day.year}"
    event = _event(world, f"{region.lower()}-{days}", title, "gathering", days, home)
    near = {"Mountain": ("Mountain", "West")}.get(region, (region,))
    pool = [p for p in crowd.active() if p.place and p.place.region in near and p.key not in {"noemi", "dwayne"}]
    planted = {"Mountain": ["noemi", "ruth"], "Northeast": ["dwayne", "odile"]}.get(region, [])
    rest = crowd.draw(pool, rng.randrange(22, 36))
    _came(world, rng, event, list(dict.fromkeys([*(world.cast[key] for key in planted), *rest])), pool, 0.2)


def _call(world: World, rng: Random, crowd: Crowd, campaign: Campaign, number: int, days: int) -> None:
    day = world.as_of - timedelta(days=days)
    title = f"{campaign.name} Strategy Call, {day:%B %Y}"
    event = _event(world, f"{campaign.key}-call-{number}", title, "call", days, None, campaign)
    event.export = "zoom" if event.key in ZOOM else "template"
    working = {i.who.key for i in world.involvements if i.campaign is campaign and isinstance(i.who, Person)}
    places = {city.place for city in campaign.cities}
    pool = [p for p in crowd.active() if p.key not in {"noemi", "dwayne"}]
    pool = [p for p in pool if p.key in working or (p.place in places and crowd.weights[p] > 1)]
    planted = ["ruth", "dwayne"] if campaign.key == "fair-workweek" else []
    people = [*(world.cast[key] for key in planted), *crowd.draw(pool, rng.randrange(9, 21))]
    _came(world, rng, event, list(dict.fromkeys(people)), pool, 0.0 if event.export == "zoom" else 0.25)


def _briefing(world: World, rng: Random, crowd: Crowd, number: int) -> None:
    """Briefings for newer officials; the last one is three weeks ahead, so nobody has come to it yet."""
    ahead = number == 6
    days = -21 if ahead else 1_050 - 190 * number
    day = world.as_of - timedelta(days=days)
    event = _event(world, f"briefing-{number}", f"New Officials Briefing, {day:%B %Y}", "training", days, None)
    officials = set(world.officials)
    pool = [p for p in crowd.active() if p in officials and p.key not in {"noemi", "dwayne"}]
    drawn = crowd.draw(pool, rng.randrange(12, 24))
    if ahead:
        event.absent = drawn
    else:
        _came(world, rng, event, drawn, pool, 0.2)


def _table(world: World, rng: Random, crowd: Crowd, campaign: Campaign, place: Place, key: str) -> None:
    days = rng.randrange(15, 900)
    day = world.as_of - timedelta(days=days)
    title = f"{place.city} {campaign.name} Table, {day.day} {day:%B %Y}"
    event = _event(world, key, title, "coalition table", days, place, campaign)
    event.export = "sign-in" if key == SIGN_IN else "template"
    working = {i.who.key for i in world.involvements if i.campaign is campaign and isinstance(i.who, Person)}
    pool = [p for p in world.people if p.place is place and p.key not in NEVER]
    pool = [p for p in pool if crowd.weights[p] or (p.key in working and place.key == "portland")]
    people = crowd.draw(pool, rng.randrange(6, 15))
    planted = {SIGN_IN: ["robert"], "denver-table": ["noemi", "ruth"]}.get(key, [])
    if place.key == "portland":
        planted = ["odile"]
    _came(world, rng, event, list(dict.fromkeys([*(world.cast[k] for k in planted), *people])), pool, 0.0)
