"""Six campaigns in their key cities, who works on them, and forty measures."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Literal

from lpgraph.demo.places import BY_KEY, Place
from lpgraph.demo.world import Bill, Campaign, Involvement, KeyCity, Org, Person, World

# key, name, policy, priority, key cities as (place, tier, stage, days to the next vote or 0)
PLANS: tuple[tuple[str, str, str, str, tuple[tuple[str, int, str, int], ...]], ...] = (
    ("fair-workweek", "Fair Workweek", "Predictable schedules", "high", (
        ("newyork", 1, "passed", 0), ("denver", 1, "introduced", 62), ("chicago", 1, "passed", 0),
        ("philadelphia", 2, "enacted", 0), ("seattle", 2, "passed", 0), ("losangeles", 2, "drafting", 0))),
    ("tenant-protections", "Tenant Protections", "Just cause eviction", "high", (
        ("minneapolis", 1, "introduced", 45), ("oakland", 1, "passed", 0), ("boston", 2, "committee", 90),
        ("portland", 2, "enacted", 0), ("madison", 3, "drafting", 0), ("richmond", 3, "drafting", 0))),
    ("welcoming-cities", "Welcoming Cities", "Limits on detainers", "medium", (
        ("tucson", 1, "introduced", 30), ("phoenix", 2, "drafting", 0), ("atlanta", 2, "committee", 120),
        ("houston", 2, "drafting", 0), ("newhaven", 3, "passed", 0), ("denver", 3, "passed", 0))),
    ("fare-relief", "Fare Relief", "Reduced transit fares", "medium", (
        ("kingcounty", 1, "passed", 0), ("seattle", 1, "enacted", 0), ("pittsburgh", 2, "introduced", 75),
        ("providence", 2, "drafting", 0), ("sanjose", 3, "drafting", 0))),
    ("paid-sick-days", "Paid Sick Days", "Earned sick leave", "medium", (
        ("austin", 1, "repealed", 0), ("sampleton", 2, "introduced", 50), ("harriscounty", 2, "drafting", 0),
        ("pittsburgh", 2, "passed", 0), ("atlanta", 3, "drafting", 0))),
    ("peoples-budget", "People's Budget", "Participatory budgeting", "low", (
        ("sanjose", 2, "committee", 100), ("milwaukee", 2, "drafting", 0), ("richmond", 3, "passed", 0),
        ("newhaven", 3, "drafting", 0), ("chicago", 2, "introduced", 80))),
)  # fmt: skip
Corner = Literal["official", "community", "union"]
# Corners that nobody fills, so that there is something to find.
MISSING: frozenset[tuple[str, str, Corner]] = frozenset(
    {
        ("tenant-protections", "minneapolis", "union"),
        ("paid-sick-days", "harriscounty", "community"),
        ("fare-relief", "providence", "official"),
    }
)
LEADS = {
    ("fair-workweek", "newyork"): "dwayne",
    ("fair-workweek", "denver"): "noemi",
    ("tenant-protections", "minneapolis"): "hattie",
    ("tenant-protections", "oakland"): "robert",
    ("tenant-protections", "portland"): "odile",
    ("fare-relief", "seattle"): "grace",
    ("fare-relief", "kingcounty"): "harlan",
    ("fare-relief", "sanjose"): "maria-west",
    ("peoples-budget", "chicago"): "bernard",
}
# Where a campaign stands in a city, in the template's words, and where its measure stands then.
STAGES = {
    "passed": "passed",
    "enacted": "enacted",
    "introduced": "introduced",
    "committee": "committee",
    "drafting": "drafting",
    "repealed": "failed",
}
RESULTS = {"passed": "passed", "enacted": "passed", "failed": "passed, later struck down"}
ALTERNATIVES = (
    "Scheduling rules for city contractors", "Right to counsel for tenants", "Municipal identity card",
    "Youth transit pass", "Emergency paid leave", "Community benefits agreement", "Rental licensing",
)  # fmt: skip
BILLS = 40


def plan(world: World, rng: Random) -> None:
    """Campaigns, key cities, involvement and measures."""
    owners = [world.cast[key].name for key in ("ruth", "ingrid", "leo")]
    for key, name, policy, priority, cities in PLANS:
        campaign = Campaign(key, name, policy, priority)
        for place, tier, stage, days in cities:
            vote = world.as_of + timedelta(days=days) if days else None
            campaign.cities.append(KeyCity(BY_KEY[place], tier, stage, vote, rng.choice(owners)))
        world.campaigns.append(campaign)
        for city in campaign.cities:
            _involve(world, rng, campaign, city)
    workweek = world.campaign("fair-workweek")
    world.involvements.append(Involvement(world.cast["ruth"], workweek, "adviser", "supports", 4))
    world.involvements.append(Involvement(world.cast["ingrid"], workweek, "researcher", "supports", 3))
    _bills(world, rng)


def _involve(world: World, rng: Random, campaign: Campaign, city: KeyCity) -> None:
    """Two or three officials, one or two community organizations, one union, and in Denver somebody against."""
    place = city.place
    officials = [p for p in world.officials if p.place is place and p.key not in {"walter", "priya"}]
    lead = world.cast.get(LEADS.get((campaign.key, place.key), ""))
    chosen: list[Person] = [] if _empty(campaign, place, "official") else rng.sample(officials, rng.choice((2, 3)))
    if lead:
        chosen = [lead, *(p for p in chosen if p is not lead)]
    for index, person in enumerate(chosen):
        stance = "supports" if index < 2 or rng.random() < 0.6 else "leans yes"
        world.involvements.append(
            Involvement(person, campaign, "lead" if index == 0 else "ally", stance, rng.choice((2, 3, 4)))
        )
    for org in _orgs(world, rng, campaign, place, "community"):
        world.involvements.append(Involvement(org, campaign, "anchor", "supports", rng.choice((2, 3, 4))))
    for org in _orgs(world, rng, campaign, place, "union"):
        world.involvements.append(Involvement(org, campaign, "partner", "supports", rng.choice((3, 4))))
    if (campaign.key, place.key) == ("fair-workweek", "denver"):
        against = next(p for p in officials if p not in chosen)
        world.involvements.append(Involvement(against, campaign, "opponent", "opposes", 3))


def _empty(campaign: Campaign, place: Place, corner: Corner) -> bool:
    return (campaign.key, place.key, corner) in MISSING


def _orgs(world: World, rng: Random, campaign: Campaign, place: Place, corner: Corner) -> list[Org]:
    if _empty(campaign, place, corner):
        return []
    kinds = {"union"} if corner == "union" else {"community", "advocacy"}
    here = [org for org in world.orgs if org.place is place and org.classification in kinds]
    return rng.sample(here, min(len(here), 1 if corner == "union" else rng.choice((1, 2))))


def _bills(world: World, rng: Random) -> None:
    """One measure for each campaign and city, then alternatives in cities that look for one."""
    for campaign in world.campaigns:
        for city in campaign.cities:
            world.bills.append(_bill(world, rng, campaign.policy, city.place, STAGES[city.stage]))
    places = [place for place in BY_KEY.values() if place.key != "providence"]
    while len(world.bills) < BILLS:
        policy = ALTERNATIVES[len(world.bills) % len(ALTERNATIVES)]
        stage = rng.choice(("introduced", "committee", "passed"))
        world.bills.append(_bill(world, rng, policy, rng.choice(places), stage))


def _bill(world: World, rng: Random, policy: str, place: Place, stage: str) -> Bill:
    campaign = next((c for c in world.campaigns if c.policy == policy), None)
    day = world.as_of - timedelta(days=rng.randrange(20, 150) if stage != "passed" else rng.randrange(300, 1_000))
    seats = [seat.holder for seat in world.seats if seat.place is place and seat.current(world.as_of)]
    lead = world.cast.get(LEADS.get((campaign.key if campaign else "", place.key), ""))
    barred = place.state in {"TX", "AZ", "GA", "WI"} and policy in {"Earned sick leave", "Predictable schedules"}
    return Bill(
        number=f"{day.year}-{100 + len(world.bills):04d}",
        title=f"{campaign.name if campaign else policy} ordinance",
        policy=policy,
        place=place,
        stage=stage,
        stage_date=day,
        sponsor=lead if lead and lead in seats else rng.choice(seats),
        result=RESULTS.get(stage, ""),
        budget_note="About two staff a year (invented figure)" if stage in {"passed", "enacted"} else "",
        preemption="the state bars local rules on this (invented)" if barred else "",
        citation=f"Invented: {place.state} Labor Code, sec. 0.00" if barred else "",
    )
