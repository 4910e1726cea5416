"""A hundred community, advocacy and research organizations and fifty unions, their leaders, staff, boards, members."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from lpgraph.demo.bodies import Directory
from lpgraph.demo.cast import OTHERS
from lpgraph.demo.places import PLACES, Place
from lpgraph.demo.world import Belonging, Belongs, Org, World

FIRST = (
    "Lantern", "Cottonwood", "Blue Heron", "Millrace", "Juniper", "Open Gate", "Kestrel", "Riverbend", "Copper Kettle",
    "Long Table", "Marigold", "Foundry", "Sparrow", "Tidewater", "Red Clover", "Granite", "Lamplight", "Wild Plum",
    "Harbor Bell", "Switchyard", "Sunroot", "Stone Bridge", "Firefly", "Larkspur", "Brickyard",
)  # fmt: skip
LOCAL = (
    ("Neighbors", "community"), ("Tenants Table", "community"), ("Workers Center", "community"),
    ("Welcome Network", "community"), ("Riders Together", "community"), ("Families United", "community"),
    ("Justice Project", "advocacy"), ("Action Fund", "advocacy"), ("Coalition", "coalition"),
)  # fmt: skip
NATIONAL = (
    ("commonweal-workbench", "Commonweal Workbench", "research"), ("charter-law-desk", "Charter Law Desk", "research"),
    ("plainsong-budget-lab", "Plainsong Budget Lab", "research"), ("ferryman-fund", "Ferryman Fund", "funder"),
)  # fmt: skip
AFFILIATES = (
    ("UCSW", "United Care and Service Workers"), ("TTWA", "Transit and Transport Workers Alliance"),
    ("HFHW", "Hotel, Food and Hospitality Workers"), ("PSEF", "Public Service Employees Federation"),
    ("TSSU", "Teachers and School Staff Union"),
)  # fmt: skip
COMMUNITY, UNIONS = 100, 50
TITLES = {"union": "President", "funder": "Program Director"}


def found(world: World, rng: Random, directory: Directory) -> None:
    """All organizations with their people."""
    world.orgs += [*_national(), *_local(rng)]
    world.orgs += [*_internationals(), *_locals(rng)]
    for org in world.orgs:
        _staffed(world, rng, directory, org)
    for key, given, family, title, home in OTHERS:
        org = world.org(home)
        person = directory.person(None, org.domain, name=(given, family), key=key, title=title, organization=org.name)
        world.cast[key] = person
        world.others.append(person)
        world.belongings.append(Belonging(person, org, "staff", title, world.as_of - timedelta(days=1_500)))
    _officials_join(world, rng)


def _national() -> list[Org]:
    return [Org(key, name, classification, None) for key, name, classification in NATIONAL]


def _local(rng: Random) -> list[Org]:
    """Four a place less the national ones, each name once; a third are registered, with an EIN that is never issued."""
    names = [(first, last, kind) for first in FIRST for last, kind in LOCAL]
    rng.shuffle(names)
    orgs = []
    for index in range(COMMUNITY - len(NATIONAL)):
        first, last, kind = names[index]
        name = f"{first} {last}"
        # No EIN begins with 07: invented numbers stay invented, and their leading zero must survive every tool.
        ein = f"07{4_100_000 + 37 * index}" if index % 3 == 0 and kind != "coalition" else ""
        orgs.append(Org(name.lower().replace(" ", "-"), name, kind, PLACES[index % len(PLACES)], ein=ein))
    return orgs


def _internationals() -> list[Org]:
    return [
        Org(acronym.lower(), name, "union", None, acronym, affiliate=acronym, designation="International",
            file_number=f"9990{index}", members=0)
        for index, (acronym, name) in enumerate(AFFILIATES, 1)
    ]  # fmt: skip


def _locals(rng: Random) -> list[Org]:
    orgs = []
    for index in range(UNIONS - len(AFFILIATES)):
        acronym, name = AFFILIATES[index % len(AFFILIATES)]
        place = PLACES[index % len(PLACES)]
        local = str(1_100 + 7 * index)
        orgs.append(
            Org(f"{acronym.lower()}-{local}", f"{name} Local {local}", "union", place, acronym, affiliate=acronym,
                designation="Local", local=local, file_number=f"99{1_000 + index}",
                members=rng.randrange(3, 90) * 100, parent=acronym.lower())
        )  # fmt: skip
    return orgs


def _staffed(world: World, rng: Random, directory: Directory, org: Org) -> None:
    """A leader for each, an organizer for two in five."""
    roles: list[tuple[Belongs, str]] = [("leads", TITLES.get(org.classification, "Executive Director"))]
    if rng.random() < 0.4:
        roles.append(("staff", "Organizer"))
    for kind, title in roles:
        person = directory.person(org.place, org.domain, title=title, organization=org.name)
        world.others.append(person)
        world.belongings.append(Belonging(person, org, kind, title, _some_day(world.as_of, rng)))


def _officials_join(world: World, rng: Random) -> None:
    """Three dozen officials sit on a board or belong to a local at home; a few of these have ended."""
    by_place: dict[Place, list[Org]] = {}
    for org in world.orgs:
        if org.place and org.classification in {"community", "union"}:
            by_place.setdefault(org.place, []).append(org)
    joined = rng.sample([seat for seat in world.seats if seat.current(world.as_of)], 36)
    for seat in joined:
        org = rng.choice(by_place[seat.place])
        start = _some_day(world.as_of, rng)
        end = start + (world.as_of - start) / 2 if rng.random() < 0.2 else None
        kind: Belongs = "member" if org.classification == "union" else "board"
        role = "Member" if kind == "member" else "Board member"
        world.belongings.append(Belonging(seat.holder, org, kind, role, start, end))


def _some_day(as_of: date, rng: Random) -> date:
    return as_of - timedelta(days=rng.randrange(200, 2_500))
