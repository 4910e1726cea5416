"""Who says that they know whom, and who must not be introduced."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from lpgraph.demo.gatherings import shut_in
from lpgraph.demo.world import Person, Tie, World

KNOWN = 90
# People whose acquaintance a story decides about: nothing is drawn for them.
DECIDED = frozenset({"noemi", "dwayne", "ruth", "walter", "odile", "grace", "harlan", "maria-west", "maria-east"})
PLANTED = (
    ("ruth", "noemi", 4, "Worked on two drafts together"),
    ("ruth", "dwayne", 5, "Colleagues for six years"),
    ("hattie", "ruth", 2, "Asked for a memo"),
    ("maria-west", "leo", 3, "Legal advice on a charter"),
    ("grace", "ingrid", 3, "Cost study"),
    ("harlan", "ingrid", 3, "Cost study"),
)
BASES = ("Worked together", "Served together", "Spoke on a panel", "Long acquaintance", "Calls each other")


def tie(world: World, rng: Random) -> None:
    """Planted ties first, then people who sit in one body or came to one small event."""
    for one, other, strength, basis in PLANTED:
        last = world.as_of - timedelta(days=rng.randrange(10, 90))
        world.ties.append(Tie(world.cast[one], world.cast[other], strength, basis, last))
    seen = {frozenset((t.a, t.b)) for t in world.ties}
    candidates = _acquainted(world)
    rng.shuffle(candidates)
    for a, b in candidates:
        if len(world.ties) == KNOWN:
            break
        if frozenset((a, b)) not in seen:
            seen.add(frozenset((a, b)))
            last = world.as_of - timedelta(days=rng.randrange(5, 700))
            world.ties.append(Tie(a, b, rng.choice((1, 2, 2, 3, 3, 4)), rng.choice(BASES), last))
    apart = world.as_of - timedelta(days=200)
    world.ties.append(Tie(world.cast["grace"], world.cast["harlan"], 0, "Asked to be kept apart", apart))


def _acquainted(world: World) -> list[tuple[Person, Person]]:
    """Pairs of one small event, nobody of Portland and nobody whom a story decides about."""
    pairs = []
    for event in world.events:
        people = [p for p in event.came if p.key not in DECIDED and not shut_in(p)]
        if len(event.came) <= 30:
            pairs += list(zip(people[::2], people[1::2], strict=False))
    return pairs
