"""Do officials who have been nowhere get people to meet? Fictional officials, loaded by the shipped loaders.

    python benchmarks/cold_start.py [--seeds 3] [--officials 1800] [--asked 120] [--shape offices …]

Half of the officials attended nothing, the rest a convening of 130. A shape says what else is known. *Served* is who
gets at least five explained candidates outside their own city; at least 70% must be, in every shape and with every
seed. Where policies are known, an official of Denver who explores a policy that Brooklyn's council passed must get the
sponsor with the measure's row, and an expert, without any shared event.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from lpgraph.explore.who import resolve
from lpgraph.ingest import LoadOptions, load, log_entry
from lpgraph.introductions import Ask, Suggestion, suggest
from lpgraph.model import Kind
from lpgraph.network.arrays import Snapshot
from lpgraph.network.snapshot import take
from lpgraph.store import Store, open_store
from tests import servers

# fmt: off
STATES = ["AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
          "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK",
          "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY"]
ROLES = ["Council Member", "Council Member", "Council Member", "Alderperson", "Mayor", "County Commissioner"]
GIVEN = ["Ada", "Bram", "Cleo", "Dario", "Elke", "Farid", "Greta", "Hollis", "Imke", "Jory", "Kezia", "Lorne", "Mirel"]
PARTS = ["Ash", "Birch", "Cobble", "Drift", "Elm", "Fern", "Gorse", "Hazel", "Ivy", "Juniper", "Knoll", "Linden"]
ENDS = ["bourne", "by", "dale", "fell", "gate", "ham", "ley", "mere", "rick", "shaw", "stead", "thorpe", "wick"]
# fmt: on
POLICY, SPONSOR, EXPERT, EXPLORER = "Fair scheduling", "Bettina Brook", "Xenia Examplar", "Dalia Denverley"
Person = tuple[str, str, str, str, str]  # id, name, role, city, state


def officials(count: int, chance: random.Random, lonely: bool) -> list[Person]:
    """Officials of some 670 cities; ``lonely`` puts most of them into few states, so that others have nobody near."""
    weights = [1.0 / (i + 1) if lonely else 1.0 for i in range(50)]
    places = [
        (f"{chance.choice(PARTS)}{chance.choice(ENDS)} {i}", chance.choices(STATES, weights)[0])
        for i in range(count * 670 // 1800)
    ]
    found = [
        ("p-90001", EXPLORER, "Council Member", "Denver", "CO"),
        ("p-90002", SPONSOR, "Council Member", "Brooklyn", "NY"),
    ]
    for i in range(count - len(found)):
        family = f"{chance.choice(PARTS)}{chance.choice(ENDS)}{chance.choice(ENDS)}-{chance.choice(PARTS)}{i}"
        found.append((f"p-{i}", f"{chance.choice(GIVEN)} {family}", chance.choice(ROLES), *chance.choice(places)))
    return found


def table(folder: Path, name: str, head: str, rows: Iterable[Sequence[str]]) -> None:
    """One sheet of the templates."""
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(head.split(","))
        writer.writerows(rows)


PEOPLE = (
    "person_id,name,given_name,family_name,pronouns,email,phone,title,organization,city,state,website,issues,"
    "do_not_contact,do_not_introduce,provider_id"
)
EVENTS = (
    "event_id,title,type,start,end,city,state,format,size,url,legal_entity,host,sponsor,campaign,policy,issue,part_of"
)
ROSTER = "id,name,given_name,family_name,email,role,start_date,end_date,jurisdiction,district,phone"
MEASURES = (
    "measure_id,policy,area,body,number,title,stage,stage_date,sponsor,result,url,budget_note,preemption,citation"
)


def offices(folder: Path, people: list[Person]) -> None:
    """Who holds which office where."""
    table(
        folder, "people", PEOPLE, ((p, name, *[""] * 7, city, state, *[""] * 5) for p, name, _, city, state in people)
    )
    seats = (
        (p, role, f"{city} City Council", f"{city}, {state}", "", "2023-01-01", "")
        for p, _, role, city, state in people
    )
    table(folder, "posts", "person,role,body,area,seat,start,end", seats)


def convenings(folder: Path, people: list[Person], chance: random.Random, several: bool) -> None:
    """Half attended nothing, the rest one convening of 130: the same one, or one of several."""
    goers = chance.sample(people[2:], len(people) // 2)
    halls = [goers[i : i + 130] for i in range(0, len(goers), 130)][: None if several else 1]
    rows = ((f"e-{i}", f"Convening {i}", "conference", f"2026-0{i % 8 + 1}-14", *[""] * 13) for i in range(len(halls)))
    table(folder, "events", EVENTS, rows)
    came = ((f"e-{i}", p[0], "", "", "attended", "", "") for i, hall in enumerate(halls) for p in hall)
    table(folder, "attendance", "event,person,organization,email,status,role,minutes", came)


def policies(folder: Path, people: list[Person], chance: random.Random) -> None:
    """A policy that Brooklyn passed and forty others look at, an expert, and a measure here and there."""
    rows = [("m-b", POLICY, "Brooklyn, NY", "Brooklyn City Council", "Int. 1", "Scheduling", "enacted", "2021-05-01",
             "p-90002")]  # fmt: skip
    for i, (p, _, _, city, state) in enumerate(chance.sample(people[2:], 40)):
        stage = chance.choice(("introduced", "committee"))
        body = f"{city} City Council"
        rows.append((f"m-{i}", POLICY, f"{city}, {state}", body, f"B {i}", "Scheduling", stage, "2025-02-01", p))
    table(folder, "measures", MEASURES, ((*row, "", "", "", "", "") for row in rows))
    table(folder, "experts", "person,policy,kind,note", ((EXPERT, POLICY, "legal", ""),))


Shape = Callable[[Path, list[Person], random.Random], None]


def _plain(folder: Path, people: list[Person], chance: random.Random) -> None:
    offices(folder, people)
    convenings(folder, people, chance, several=False)


def _several(folder: Path, people: list[Person], chance: random.Random) -> None:
    offices(folder, people)
    convenings(folder, people, chance, several=True)


def _roster(folder: Path, people: list[Person], chance: random.Random) -> None:
    """A public roster: an id, a name, an office and a jurisdiction, no more."""
    named = {p: f"ocd-person/00000000-0000-4000-8000-{i:012}" for i, (p, *_) in enumerate(people)}
    rows = (
        (named[p], name, "", "", "", role.lower(), "2023", "",
         f"ocd-jurisdiction/country:us/state:{state.lower()}/place:{city.lower().replace(' ', '_')}/government", "", "")
        for p, name, role, city, state in people
    )  # fmt: skip
    table(folder, "roster", ROSTER, rows)
    convenings(folder, [(named[p], a, b, c, d) for p, a, b, c, d in people], chance, several=False)


def _policies(folder: Path, people: list[Person], chance: random.Random) -> None:
    _plain(folder, people, chance)
    policies(folder, people, chance)


SHAPES: dict[str, tuple[Shape, bool]] = {  # what is known, and whether most are in few states
    "offices": (_plain, False),
    "several convenings": (_several, False),
    "public roster": (_roster, False),
    "lonely states": (_plain, True),
    "policies": (_policies, True),
}


def outside(snapshot: Snapshot, who: str, found: Sequence[Suggestion]) -> int:
    """How many of a list are explained and of another place."""
    nodes = snapshot.nodes
    here = nodes.places[nodes.position[who]]
    return sum(bool(one.reasons and one.path and one.where and one.where != here) for one in found)


def served(store: Store, snapshot: Snapshot, asked: int, chance: random.Random) -> float:
    """The part of officials with at least five explained candidates outside their city."""
    nodes = snapshot.nodes
    ids = [one for one, kind in zip(nodes.ids, nodes.kinds, strict=True) if kind == Kind.OFFICIAL]
    drawn = chance.sample(ids, min(asked, len(ids)))
    return sum(outside(snapshot, one, suggest(store, snapshot, one, Ask())) >= 5 for one in drawn) / len(drawn)


def story(store: Store) -> list[str]:
    """What is missing of Denver's list."""
    who = resolve(store, EXPLORER).id
    policy = resolve(store, POLICY).id
    log_entry(store, who, "interested", other_id=policy, author="bench")
    snapshot = take(store)
    found = {one.name: one for one in suggest(store, snapshot, who, Ask())}
    lacking = [name for name in (SPONSOR, EXPERT) if name not in found]
    if SPONSOR in found:
        types = {fact.type for reason in found[SPONSOR].reasons for fact in reason.facts if fact.row}
        lacking += [] if any(kind.startswith("ENACTS") for kind in types) else ["the measure's row"]
    return lacking


def main() -> None:
    """Every shape with every seed; exits 1 when one falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--officials", type=int, default=1_800)
    parser.add_argument("--asked", type=int, default=120)
    parser.add_argument("--shape", action="append", choices=tuple(SHAPES))
    given = parser.parse_args()
    short = False
    watchdog = servers.Watchdog()
    try:
        for name in given.shape or SHAPES:
            for seed in range(1, given.seeds + 1):
                short |= one(name, seed, given.officials, given.asked, watchdog)
    finally:
        watchdog.close()
    sys.exit(short)


def one(name: str, seed: int, count: int, asked: int, watchdog: servers.Watchdog) -> bool:
    """One store: whether it falls short."""
    chance = random.Random(seed)
    shape, lonely = SHAPES[name]
    with (
        tempfile.TemporaryDirectory() as folder,
        servers.embedded_home(watchdog) as home,
        open_store(servers.embedded_settings(home)) as store,
    ):
        shape(Path(folder), officials(count, chance, lonely), chance)
        errors = [report.error for report in load(store, [Path(folder)], LoadOptions(folder=home)) if report.error]
        if errors:
            raise SystemExit("\n".join(map(str, errors)))
        snapshot = take(store)
        part = served(store, snapshot, asked, chance)
        lacking = story(store) if name == "policies" else []
        people = int((snapshot.nodes.kinds == Kind.OFFICIAL).sum())
        told = f"; Denver lacks {', '.join(lacking)}" if lacking else ""
        print(f"{name:20} seed {seed}: {people:,} officials, {part:.0%} served{told}", flush=True)
        return part < 0.7 or bool(lacking)


if __name__ == "__main__":
    main()
