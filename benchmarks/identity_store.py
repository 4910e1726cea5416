"""Identity inside the store: new rows against many people, and a large first load; seconds by phase, CPU, memory.

    python -m benchmarks.identity_store                       # embedded; 500 rows against 200,000 people, then 50,000
    python -m benchmarks.identity_store --server lts --people 50000 --first 0
    python -m benchmarks.identity_store --resolve 50000        # without a store

People are invented: given names and surnames as common as the shipped table says with a long tail of made-up ones, in
fifty states, and e-mail, phone, city, post each with a part of them. Half of the new rows are of people who are there,
with other addresses, short forms and slips. The graph is filled by the load's own steps (read, match, write) in a
process of its own, all people at once, so that mentions carry the keys and clusters that loads give them; then the
rows are loaded as ``lpgraph load`` does it.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path

import psutil

from lpgraph.identity.people_frequencies import frequencies
from lpgraph.identity.resolving import resolve_file
from lpgraph.ingest import LoadOptions, load
from lpgraph.ingest.report import Progress
from lpgraph.store import Endpoint, Store, embedded, open_store
from tests import servers

HEADER = (
    "person_id", "name", "given_name", "family_name", "pronouns", "email", "phone", "title", "organization", "city",
    "state", "website", "issues", "do_not_contact", "do_not_introduce", "provider_id",
)  # fmt: skip
STATES = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME",
    "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA",
    "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
]  # fmt: skip
SHORT = {"william": "bill", "robert": "bob", "james": "jim", "michael": "mike", "elizabeth": "liz", "thomas": "tom"}
TITLES = ("", "", "", "Council Member", "Mayor", "Organizer", "Clerk")


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person; a row says a part of it."""

    given: str
    family: str
    email: str
    phone: str
    title: str
    organization: str
    city: str
    state: str


class World:
    """Draws people whose names are as common as real ones are."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        table = frequencies()
        self.names: dict[str, tuple[list[str], list[float]]] = {}
        for kind, tail in (("given", 3_000), ("family", 60_000)):
            made = [self._made_up() for _ in range(tail)]
            weights = [float(2**level) for level in table[kind].values()] + [1.0 if kind == "given" else 1.5] * tail
            self.names[kind] = ([*table[kind], *made], list(accumulate(weights)))
        self.places = [f"{self._made_up().title()} City" for _ in range(2_000)]
        kinds = ("Tenants Union", "Housing Coalition", "Workers Center", "Neighbors", "Alliance", "Food Bank", "Clinic")
        self.groups = [f"{self._made_up().title()} {self._made_up().title()} {kinds[n % 7]}" for n in range(6_000)]
        self.big = list(accumulate(1 / (1 + n) for n in range(40)))

    def _made_up(self) -> str:
        parts = (
            "ba",
            "den",
            "kor",
            "lis",
            "mar",
            "nov",
            "pel",
            "quin",
            "ros",
            "sta",
            "ten",
            "vel",
            "wick",
            "zor",
            "ul",
        )
        return "".join(self.chance.choice(parts) for _ in range(self.chance.randint(2, 4)))

    def _name(self, kind: str) -> str:
        names, weights = self.names[kind]
        return self.chance.choices(names, cum_weights=weights)[0].title()

    def someone(self, number: int) -> Someone:
        """A person of that number: addresses are its own, two of three people have a mailbox, half a phone."""
        given, family, chance = self._name("given"), self._name("family"), self.chance
        at = chance.randrange(len(STATES))
        town = chance.choices(range(40), cum_weights=self.big)[0]
        mail = f"{given[0]}{family}{number}@mail.example".lower() if chance.random() < 0.65 else ""
        phone = f"({201 + number % 700}) {200 + number // 700 % 700}-{1000 + number % 8999}"
        title = chance.choice(TITLES)
        group = chance.choice(self.groups) if chance.random() < 0.3 else ""
        return Someone(given, family, mail, phone if chance.random() < 0.5 else "", title, group,
                       self.places[at * 40 + town], STATES[at])  # fmt: skip

    def again(self, one: Someone) -> Someone:
        """The same person as another list has it."""
        chance, given, family = self.chance, one.given, one.family
        given = SHORT.get(given.lower(), given).title() if chance.random() < 0.5 else given
        if chance.random() < 0.1:
            family = family[:2] + family[3:]
        return replace(one, given=given, family=family, email=one.email if chance.random() < 0.6 else "",
                       phone=one.phone if chance.random() < 0.5 else "", title="",
                       organization=one.organization if chance.random() < 0.5 else "",
                       city=one.city if chance.random() < 0.8 else "")  # fmt: skip


def write_rows(path: Path, people: list[Someone]) -> Path:
    """A people template of these."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for one in people:
            out.writerow(("", f"{one.given} {one.family}", "", "", "", one.email, one.phone, one.title,
                          one.organization, one.city, one.state, *("",) * 5))  # fmt: skip
    return path


@dataclass(slots=True)
class Phases:
    """Seconds by what a load says it is doing."""

    spent: dict[str, float] = field(default_factory=dict)
    now: str = "reading"
    since: float = field(default_factory=time.perf_counter)

    def __call__(self, step: Progress) -> None:
        """Listen to a load."""
        self.turn(step.what)

    def turn(self, what: str) -> None:
        """Another phase begins."""
        moment = time.perf_counter()
        if what != self.now:
            self.spent[self.now] = self.spent.get(self.now, 0.0) + moment - self.since
            self.now, self.since = what, moment


def timed(endpoint: Endpoint, path: Path, server: int, title: str) -> None:
    """Load a file and print what it took. Runs in a process of its own, so that its peak memory is its own."""
    with Store(endpoint) as store, tempfile.TemporaryDirectory() as folder:
        java = psutil.Process(server) if server else None
        began = java.cpu_times() if java else None
        start, own, phases = time.perf_counter(), os.times(), Phases()
        (report,) = load(store, [path], LoadOptions(folder=Path(folder)), progress=phases)
        phases.turn("end")
        spent, after = time.perf_counter() - start, os.times()
        assert report.error is None, report.error
        ended = java.cpu_times() if java else None
        cpu = after.user + after.system - own.user - own.system
        told = f"{ended.user + ended.system - began.user - began.system:.1f} s CPU server" if began and ended else ""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
        print(
            f"{title}: {report.accepted:,} rows in {spent:.1f} s ("
            + ", ".join(f"{what} {seconds:.1f}" for what, seconds in phases.spent.items())
            + f"); {cpu:.1f} s CPU here, {told}; {peak:.2f} GB here; {report.created:,} new, {report.merged:,} joined",
            flush=True,
        )


def fill(endpoint: Endpoint, path: Path) -> None:
    """Everybody at once."""
    with Store(endpoint) as store, tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        (report,) = load(store, [path], LoadOptions(folder=Path(folder)))
        assert report.error is None, report.error
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
        print(
            f"filled with {report.accepted:,} people in {time.perf_counter() - start:.0f} s, {peak:.2f} GB", flush=True
        )


def resolved(path: Path) -> None:
    """The same people as a table for ``lpgraph resolve``, without a store."""
    start, own = time.perf_counter(), os.times()
    found, after = resolve_file(path), os.times()
    clusters = len({cluster for _, cluster, _ in found.rows})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    print(
        f"resolve: {len(found.rows):,} rows in {time.perf_counter() - start:.1f} s, "
        f"{after.user + after.system - own.user - own.system:.1f} s CPU, {peak:.2f} GB; {clusters:,} people",
        flush=True,
    )


def write_table(path: Path, people: list[Someone]) -> Path:
    """A table for ``lpgraph resolve``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("rec_id", "raw_name", "email", "phone", "title", "org", "city", "state"))
        for number, one in enumerate(people):
            out.writerow((f"r{number}", f"{one.given} {one.family}", one.email, one.phone, one.title,
                          one.organization, one.city, one.state))  # fmt: skip
    return path


def apart(work: Callable[..., None], *told: object) -> None:
    """Do it in a process of its own. Raises when it failed."""
    child = multiprocessing.get_context("spawn").Process(target=work, args=told)
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(child.exitcode)


@contextmanager
def opened(server: str) -> Iterator[tuple[Endpoint, int]]:
    """An empty server: its address, and the process of the embedded one."""
    dog = servers.Watchdog()
    try:
        if server == "embedded":
            with servers.embedded_home(dog) as home, open_store(servers.embedded_settings(home)) as store:
                info = embedded.status(home)
                yield store.endpoint, info.pid if info else 0
        else:
            with servers.neo4j(servers.LTS, dog, quick=False) as neo4j, neo4j.store() as store:
                yield store.endpoint, 0
    finally:
        dog.close()


def main() -> None:
    """Fill, load, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=200_000, help="in the graph; 0 leaves this part out")
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--first", type=int, default=50_000, help="rows of a first load; 0 leaves this part out")
    parser.add_argument("--server", choices=("embedded", "lts"), default="embedded")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=3, help="so many files of new rows, one after the other")
    parser.add_argument("--resolve", type=int, default=0, help="instead: so many rows through lpgraph resolve")
    given = parser.parse_args()
    world = World(given.seed)
    everyone = [world.someone(number) for number in range(given.resolve or max(given.people, given.first))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.resolve:  # every fifth row is of somebody who is there already
            again = [world.again(one) for one in everyone[: given.resolve // 5]]
            apart(resolved, write_table(folder / "table.csv", [*everyone[: given.resolve - len(again)], *again]))
            return
        if given.first:
            path = write_rows(folder / "first.csv", everyone[: given.first])
            with opened(given.server) as (endpoint, pid):
                apart(timed, endpoint, path, pid, "first load")
        if given.people:
            path = write_rows(folder / "all.csv", everyone[: given.people])
            with opened(given.server) as (endpoint, pid):
                apart(fill, endpoint, path)
                for turn in range(given.times):
                    known = [world.again(one) for one in world.chance.sample(everyone, given.rows // 2)]
                    new = [world.someone(9_000_000 + turn * 10_000 + n) for n in range(given.rows - len(known))]
                    rows = write_rows(folder / f"new{turn}.csv", [*known, *new])
                    apart(timed, endpoint, rows, pid, f"against {given.people:,} people")


if __name__ == "__main__":
    main()
