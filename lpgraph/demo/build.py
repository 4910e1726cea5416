"""The fictional network, whole: the same seed and day give the same network, to the last phone number."""

from __future__ import annotations

from datetime import date
from random import Random

from lpgraph.demo.bodies import Directory, seat_people
from lpgraph.demo.campaigns import plan
from lpgraph.demo.cast import TAKEN
from lpgraph.demo.gatherings import gather
from lpgraph.demo.names import pairs
from lpgraph.demo.organizations import found
from lpgraph.demo.places import PLACES
from lpgraph.demo.ties import tie
from lpgraph.demo.world import World

SEED = 20_260


def build(as_of: date, seed: int = SEED) -> World:
    """The network as of a day. Another day moves the dates and nothing else."""
    world = World(as_of, PLACES)
    rng = Random(seed)
    directory = Directory(rng, pairs(rng, TAKEN))
    seat_people(world, rng, directory)
    found(world, rng, directory)
    plan(world, rng)
    gather(world, rng)
    tie(world, rng)
    return world
