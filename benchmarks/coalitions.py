"""The grid of 40 campaigns in 60 cities on a network of 20,000 people: CPU seconds of the server.

    python benchmarks/coalitions.py [--people 20000] [--campaigns 40] [--cities 60]

*Scene* is built once after a load (here in memory, without the store's reads); *grid* is every campaign in every city
with triads, sides and votes to come; *what if* is one person leaving. The peer in the same run is networkx's
articulation points of the whole network.
"""

from __future__ import annotations

import argparse
import random
import time

import networkx as nx

from lpgraph.coalitions.coverage import grid
from lpgraph.coalitions.model import Area, Campaign, Involvement, KeyCity, Member, Seat
from lpgraph.coalitions.scene import Scene, pair
from lpgraph.coalitions.what_if import what_if


def scene(people: int, campaigns: int, cities: int, seed: int = 7) -> Scene:
    """An invented network: a council of 15 and ten organizations a city, 40 people at work on each campaign there."""
    chance = random.Random(seed)
    areas = {f"a{i}": Area(f"a{i}", f"City {i}", "CO") for i in range(cities)}
    members: dict[str, Member] = {}
    where: dict[str, frozenset[str]] = {}
    seats, belongs = [], []
    for i, area in enumerate(areas):
        for n in range(15):
            one = f"o{i}-{n}"
            members[one] = Member(one, f"Official {i} {n}", "official")
            where[one] = frozenset((area,))
            seats.append(Seat(f"s{i}-{n}", f"District {n}", f"b{i}", one))
        for n in range(10):
            one = f"g{i}-{n}"
            members[one] = Member(one, f"Group {i} {n}", "union" if n < 3 else "organization")
            where[one] = frozenset((area,))
    groups = [one for one in members if one.startswith("g")]
    for n in range(people - len(members)):
        one = f"p{n}"
        members[one] = Member(one, f"Person {n}", "person")
        belongs.append((one, chance.choice(groups)))
    ids = list(members)
    meetings = {f"e{n}": frozenset(chance.sample(ids, chance.randint(5, 30))) for n in range(3_000)}
    knows = frozenset(pair(*chance.sample(ids, 2)) for _ in range(20_000))
    names = {f"c{n}": Campaign(f"c{n}", f"Campaign {n}") for n in range(campaigns)}
    involved = [
        Involvement(one, campaign, stance=chance.choice(("supports", "supports", "leans yes", "opposes")))
        for campaign in names
        for i in range(cities)
        for one in [
            *(f"o{i}-{n}" for n in chance.sample(range(15), 4)),
            *(f"g{i}-{n}" for n in chance.sample(range(10), 3)),
        ]
    ]
    keys = tuple(KeyCity(c, a, str(chance.randint(1, 3))) for c in names for a in areas)
    bodies = {f"b{i}": frozenset((f"a{i}",)) for i in range(cities)}
    return Scene(
        "2026-11-24", members, areas, names, keys, tuple(involved), tuple(seats), (), bodies, where, knows, frozenset(),
        frozenset(belongs), meetings,
    )  # fmt: skip


def main() -> None:
    """Run and print."""
    ask = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("people", 20_000), ("campaigns", 40), ("cities", 60)):
        ask.add_argument(f"--{name}", type=int, default=usual)
    args = ask.parse_args()
    made = scene(args.people, args.campaigns, args.cities)
    started = time.process_time()
    cells = grid(made)
    first = time.process_time() - started
    started = time.process_time()
    grid(made)
    again = time.process_time() - started
    started = time.process_time()
    found = what_if(made, ["o0-0"])
    gone = time.process_time() - started
    graph: nx.Graph[str] = nx.Graph(made.knows)
    graph.add_edges_from((a, b) for who in made.meetings.values() for a in who for b in who if a < b)
    started = time.process_time()
    points = sum(1 for _ in nx.articulation_points(graph))
    peer = time.process_time() - started
    print(
        f"{len(cells):,} cells: first {first:.2f} s, again {again:.2f} s; what if {gone:.2f} s "
        f"({len(found.changes)} changes); networkx articulation points of the whole network ({points}): {peer:.2f} s"
    )


if __name__ == "__main__":
    main()
