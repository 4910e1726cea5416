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


# Titles, texts, the people by their key in the cast, and commands; {key} stands for a name.
_TOLD: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    (
        "Two steps apart",
        "{noemi} has introduced fair workweek in Denver; {dwayne} of Brooklyn passed it in New York. They have never "
        "met, and {ruth} knows both.",
        ("noemi", "dwayne", "ruth"),
        'lpgraph suggest "{noemi}" --kind official --other-cities',
    ),
    (
        "Please do not introduce",
        "{grace} in Seattle and {harlan} of King County lead the same campaign side by side and asked to be kept "
        "apart. Neither is suggested to the other.",
        ("grace", "harlan"),
        'lpgraph why-not "{grace}" "{harlan}"',
    ),
    (
        "A bridge",
        "Portland's council keeps to itself. {odile} alone has met anybody outside Maine.",
        ("odile",),
        'lpgraph show "{odile}"',
    ),
    (
        "A missing corner",
        "Tenant protections in Minneapolis has officials ({hattie} leads) and community organizations, but no union, "
        "though two locals are active in the city. The vote is in about six weeks.",
        ("hattie",),
        'lpgraph suggest "{hattie}" --kind union',
    ),
    (
        "A term that has ended",
        "{bernard} led the People's Budget in Chicago and left office five months ago; {lucia} has his seat. Nothing "
        "is suggested on the strength of an office that he no longer holds.",
        ("bernard", "lucia"),
        'lpgraph show "{bernard}"',
    ),
    (
        "Registered, and did not come",
        "{priya} had a ticket for {convening} and was not checked in. The report says so, and so does her profile.",
        ("priya",),
        'lpgraph show "{priya}"',
    ),
    (
        "New, and never at anything",
        "{walter} took office in Milwaukee two months ago and has been to no event. There is still somebody worth "
        "meeting.",
        ("walter",),
        'lpgraph suggest "{walter}"',
    ),
    (
        "A big room",
        "{size} people came to {convening}. Having been in that room says very little about two of them; a table of "
        "ten says more.",
        (),
        'lpgraph search "{convening}"',
    ),
    (
        "Two people of one name",
        "There is a {maria-west} in San Jose and another in Providence. They stay two.",
        ("maria-west",),
        'lpgraph show "{maria-west}"',
    ),
    (
        "One person under two names",
        "{robert} of Oakland signed in as Bob Linden, with his own address. He stays one.",
        ("robert",),
        'lpgraph show "{robert}"',
    ),
)


def stories(world: World) -> list[Story]:
    """The stories of a network, the best one first."""
    convening = next(event for event in world.events if event.key == CONVENING)
    said = {key: person.name for key, person in world.cast.items()}
    names = said | {"convening": convening.title, "size": str(len(convening.came))}
    return [
        Story(title, text.format_map(names), tuple(names[key] for key in people), look.format_map(names))
        for title, text, people, look in _TOLD
    ]
