"""Sixty events over three years: who registered, who came, and who never does."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
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
        """``size`` people of the pool, the keen ones first; Dwayne and Noemi never both."""
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
    calendar = Calendar(world, rng)
    for number, (days, size) in enumerate(NATIONAL, 1):
        calendar.national(number, days, size)
    for year in range(3):
        for region in ("Mountain", "Northeast", "Midwest", "South"):
            calendar.regional(region, 1_000 - 330 * year - rng.randrange(0, 120))
    for campaign in world.campaigns:
        for number in (1, 2, 3):
            calendar.call(campaign, number, 1_000 - 310 * number + rng.randrange(0, 90))
    for number in range(1, 7):
        calendar.briefing(number)
    tables = [(campaign, city.place) for campaign in world.campaigns for city in campaign.cities]
    calendar.table(world.campaign("tenant-protections"), BY_KEY["oakland"], SIGN_IN)
    calendar.table(world.campaign("fair-workweek"), BY_KEY["denver"], "denver-table")
    for number in (1, 2, 3):
        calendar.table(world.campaign("tenant-protections"), BY_KEY["portland"], f"portland-table-{number}")
    for index, (campaign, place) in enumerate(rng.sample(tables, EVENTS - len(world.events))):
        calendar.table(campaign, place, f"table-{index + 1}")
    world.events.sort(key=lambda event: (event.start, event.key))


class Calendar:
    """Puts events into the world, each kind with those who would come to it."""

    def __init__(self, world: World, rng: Random) -> None:
        self._world, self._rng, self._crowd = world, rng, Crowd(world, rng)

    def national(self, number: int, days: int, size: int) -> None:
        """A national convening; the third is the big one."""
        place = BY_KEY[("philadelphia", "chicago", "denver")[number - 1]]
        event = self._event(f"convening-{number}", f"National Convening {self._day(days).year}", "convening", days)
        event.place, event.format, event.hours, event.host = place, "in person", 8.0, "Commonweal Workbench"
        pool = [p for p in self._crowd.active() if p.key not in {"noemi", "ruth"}]
        planted = self._cast("ruth", "dwayne", *(["odile"] if number > 1 else []))
        rest = self._crowd.draw([p for p in pool if p not in planted], size - len(planted))
        self._fill(event, [*planted, *rest], pool, 0.15)
        if event.key == CONVENING:
            event.export = "eventbrite"
            event.absent = [*self._cast("priya"), *event.absent]

    def regional(self, region: str, days: int) -> None:
        """A gathering of one region's people; the West comes to the Mountain's."""
        home = self._rng.choice([p for p in PLACES if p.region == region and p.key != "portland"])
        day = self._day(days)
        title = f"{region} Gathering, {SEASONS[day.month - 1]} {day.year}"
        event = self._event(f"{region.lower()}-{days}", title, "gathering", days, home)
        near = {"Mountain": ("Mountain", "West")}.get(region, (region,))
        pool = [p for p in self._open() if p.place and p.place.region in near]
        planted = {"Mountain": ("noemi", "ruth"), "Northeast": ("dwayne", "odile")}.get(region, ())
        self._fill(event, [*self._cast(*planted), *self._crowd.draw(pool, self._rng.randrange(22, 36))], pool, 0.2)

    def call(self, campaign: Campaign, number: int, days: int) -> None:
        """A campaign's strategy call: who works on it, and the keen ones of its key cities."""
        title = f"{campaign.name} Strategy Call, {self._day(days):%B %Y}"
        event = self._event(f"{campaign.key}-call-{number}", title, "call", days)
        event.campaign, event.export = campaign, "zoom" if f"{campaign.key}-call-{number}" in ZOOM else "template"
        places, working = {city.place for city in campaign.cities}, self._working(campaign)
        pool = [p for p in self._open() if p.key in working or (p.place in places and self._crowd.weights[p] > 1)]
        planted = self._cast("ruth", "dwayne") if campaign.key == "fair-workweek" else []
        drawn = self._crowd.draw(pool, self._rng.randrange(9, 21))
        self._fill(event, [*planted, *drawn], pool, 0.0 if event.export == "zoom" else 0.25)

    def briefing(self, number: int) -> None:
        """A briefing for newer officials; the last one is three weeks ahead, so nobody has come to it yet."""
        days = -21 if f"briefing-{number}" == BRIEFING_AHEAD else 1_050 - 190 * number
        title = f"New Officials Briefing, {self._day(days):%B %Y}"
        event = self._event(f"briefing-{number}", title, "training", days)
        officials = set(self._world.officials)
        pool = [p for p in self._open() if p in officials]
        drawn = self._crowd.draw(pool, self._rng.randrange(12, 24))
        if days < 0:
            event.absent = drawn
        else:
            self._fill(event, drawn, pool, 0.2)

    def table(self, campaign: Campaign, place: Place, key: str) -> None:
        """A coalition table: a campaign's people in one city."""
        days = self._rng.randrange(15, 900)
        day = self._day(days)
        title = f"{place.city} {campaign.name} Table, {day.day} {day:%B %Y}"
        event = self._event(key, title, "coalition table", days, place)
        event.campaign, event.export = campaign, "sign-in" if key == SIGN_IN else "template"
        shut = self._working(campaign) if place.key == "portland" else set()
        pool = [p for p in self._world.people if p.place is place and p.key not in NEVER]
        pool = [p for p in pool if self._crowd.weights[p] or p.key in shut]
        planted = {SIGN_IN: ("robert",), "denver-table": ("noemi", "ruth")}.get(key, ())
        planted = ("odile",) if place.key == "portland" else planted
        self._fill(event, [*self._cast(*planted), *self._crowd.draw(pool, self._rng.randrange(6, 15))], pool, 0.0)

    def _event(self, key: str, title: str, kind: str, days: int, place: Place | None = None) -> Gathering:
        start = datetime.combine(self._day(days), time(18 if place else 17))
        hosts = [o.name for o in self._world.orgs if o.place is place and o.classification != "union"]
        where = "in person" if place else "online"
        event = Gathering(key, title, kind, start, 3.0 if place else 1.0, place, where, hosts[0], None)
        self._world.events.append(event)
        return event

    def _fill(self, event: Gathering, came: list[Person], pool: list[Person], absent: float) -> None:
        """Those who came, each once, and of the pool as many as ``absent`` of them who only registered."""
        event.came = list(dict.fromkeys(came))
        others = [p for p in pool if p not in event.came]
        event.absent = self._rng.sample(others, min(len(others), round(len(event.came) * absent)))

    def _day(self, days: int) -> date:
        return self._world.as_of - timedelta(days=days)

    def _cast(self, *keys: str) -> list[Person]:
        return [self._world.cast[key] for key in keys]

    def _open(self) -> list[Person]:
        """Those who may come anywhere, less the two whom only their story places."""
        return [p for p in self._crowd.active() if p.key not in {"noemi", "dwayne"}]

    def _working(self, campaign: Campaign) -> set[str]:
        involved = [i.who for i in self._world.involvements if i.campaign is campaign]
        return {who.key for who in involved if isinstance(who, Person)}
