"""What is worth finding in the fictional network: printed by ``lpgraph demo``, and held by its tests."""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.demo.gatherings import CONVENING
from lpgraph.demo.world import World


@dataclass(frozen=True, slots=True)
class Story:
    """One thing to look at: what is the case, who is in it, and the command that shows it."""

    title: str
    text: str
    people: tuple[str, ...]
    look: str  # a command line; the same is on screen


def stories(world: World) -> list[Story]:
    """The stories of a network, the best one first."""
    name = {key: person.name for key, person in world.cast.items()}
    convening = next(event for event in world.events if event.key == CONVENING)
    return [
        Story(
            "Two steps apart",
            f"{name['noemi']} has introduced fair workweek in Denver; {name['dwayne']} of Brooklyn passed it in "
            f"New York. They have never met, and {name['ruth']} knows both.",
            (name["noemi"], name["dwayne"], name["ruth"]),
            f'lpgraph suggest "{name["noemi"]}" --kind official --other-cities',
        ),
        Story(
            "Please do not introduce",
            f"{name['grace']} in Seattle and {name['harlan']} of King County lead the same campaign side by side and "
            "asked to be kept apart. Neither is suggested to the other.",
            (name["grace"], name["harlan"]),
            f'lpgraph why-not "{name["grace"]}" "{name["harlan"]}"',
        ),
        Story(
            "A bridge",
            f"Portland's council keeps to itself. {name['odile']} alone has met anybody outside Maine.",
            (name["odile"],),
            f'lpgraph show "{name["odile"]}"',
        ),
        Story(
            "A missing corner",
            f"Tenant protections in Minneapolis has officials ({name['hattie']} leads) and community organizations, "
            "but no union, though two locals are active in the city. The vote is in about six weeks.",
            (name["hattie"],),
            f'lpgraph suggest "{name["hattie"]}" --kind union',
        ),
        Story(
            "A term that has ended",
            f"{name['bernard']} led the People's Budget in Chicago and left office five months ago; "
            f"{name['lucia']} has his seat. Nothing is suggested on the strength of an office that he no longer holds.",
            (name["bernard"], name["lucia"]),
            f'lpgraph show "{name["bernard"]}"',
        ),
        Story(
            "Registered, and did not come",
            f"{name['priya']} had a ticket for {convening.title} and was not checked in. The report says so, and so "
            "does her profile.",
            (name["priya"],),
            f'lpgraph show "{name["priya"]}"',
        ),
        Story(
            "New, and never at anything",
            f"{name['walter']} took office in Milwaukee two months ago and has been to no event. There is "
            "still somebody worth meeting.",
            (name["walter"],),
            f'lpgraph suggest "{name["walter"]}"',
        ),
        Story(
            "A big room",
            f"{len(convening.came)} people came to {convening.title}. Having been in that room says very little about "
            "two of them; a table of ten says more.",
            (),
            f'lpgraph search "{convening.title}"',
        ),
        Story(
            "Two people of one name",
            f"There is a {name['maria-west']} in San Jose and another in Providence. They stay two.",
            (name["maria-west"],),
            f'lpgraph show "{name["maria-west"]}"',
        ),
        Story(
            "One person under two names",
            f"{name['robert']} of Oakland signed in as Bob Linden, with his own address. He stays one.",
            (name["robert"],),
            f'lpgraph show "{name["robert"]}"',
        ),
    ]
