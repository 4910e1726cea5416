"""How long a snapshot takes to read whole, and to bring up to date after small loads and entries.

    python benchmarks/snapshot.py                                        # embedded server, 30,000 people
    python benchmarks/snapshot.py --server lts --people 200000 --attendances 1440000
    python benchmarks/snapshot.py --uri bolt://127.0.0.1:7687            # your own; it must be empty

The large network is written by Neo4j's own import, or by the driver's statements (loading it would take longer than
what is measured), with all the properties that a load gives its facts; then
a file of 40 attendances, a tie and a new person come in through the ledger, and each time the snapshot is brought up to
date and compared with one that is read anew. *Wall* is the clock, *CPU* this process, *server's CPU* the server that it
started.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import psutil

from lpgraph.ids import digest
from lpgraph.ingest import log_entry
from lpgraph.network.refresh import refresh
from lpgraph.settings import load_settings
from lpgraph.store import Store, graph, open_store
from tests import servers
from tests.ingest.builders import Line, put

T = TypeVar("T")
BATCH = 20_000


PERSON, EVENT = ("id", "name", "city", "state"), ("id", "name", "startAt")
FACT = ("key", "file", "row", "source", "load", "fromRef", "toRef")  # what a load writes of each


@dataclass(frozen=True, slots=True)
class Network:
    """What is filled in: rows of people and events, and who attended what by their numbers."""

    people: list[tuple[str, ...]]
    events: list[tuple[str, ...]]
    pairs: list[list[int]]

    def fact(self, i: int) -> tuple[str, str, int, str, str, str, str]:
        """The properties of one attendance."""
        p, e = self.pairs[i]
        return f"f{p}-{e}", "bench.csv", i + 1, "bench", "bench", f"m{p}", f"m{e}"


def network(people: int, attendances: int, seed: int) -> Network:
    """Invented people, events and who attended."""
    chance = np.random.default_rng(seed)
    events = max(attendances // 12, 10)
    return Network(
        [(f"person/{digest((str(i),), 10)}", f"Person {i}", f"City {i % 670}", f"S{i % 50}") for i in range(people)],
        [
            (f"event/{i:06}", f"Table {digest((str(i % 4_000),), 5)}", f"2025-{i % 12 + 1:02}-{i % 28 + 1:02}")
            for i in range(events)
        ],
        np.unique(chance.integers(0, [people, events], (attendances, 2)), axis=0).tolist(),
    )


def fill(store: Store, what: Network) -> None:
    """People, events and who attended by the driver, without a ledger line."""
    for label, names, rows in (("Person", PERSON, what.people), ("Event", EVENT, what.events)):
        for start in range(0, len(rows), BATCH):
            put_rows: list[dict[str, object]] = [
                {"id": row[0], "props": dict(zip(names[1:], row[1:], strict=True))}
                for row in rows[start : start + BATCH]
            ]
            store.write((f"entity_put:{label}", {"rows": put_rows}))
    for first in range(0, len(what.pairs), BATCH):
        facts = [
            {
                "a": what.people[p][0],
                "b": what.events[e][0],
                "props": dict(zip(FACT, what.fact(first + i), strict=True)),
            }
            for i, (p, e) in enumerate(what.pairs[first : first + BATCH])
        ]
        store.write(("fact_create:ATTENDED:Person:Event", {"rows": facts, "source": "bench", "load": "bench"}))


def files(what: Network, folder: Path) -> list[str]:
    """The same as files for Neo4j's own import: writing a million facts by the driver takes ten minutes."""

    def table(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
        path = folder / f"{name}.csv"
        with path.open("w", newline="") as out:
            csv.writer(out).writerows(chain([head], rows))
        return path

    people = table("people", ("id:ID(P)", *PERSON[1:]), what.people)
    events = table("events", ("id:ID(E)", *EVENT[1:]), what.events)
    ends = ((what.people[p][0], what.events[e][0]) for p, e in what.pairs)
    facts = ((*end, *what.fact(i)) for i, end in enumerate(ends))
    head = (":START_ID(P)", ":END_ID(E)", *("row:int" if name == "row" else name for name in FACT))
    attended = table("attended", head, facts)
    return [f"--nodes=Person={people}", f"--nodes=Event={events}", f"--relationships=ATTENDED={attended}"]


def timed(name: str, work: Callable[[], T]) -> T:
    """One line of figures."""
    wall, cpu, server = time.perf_counter(), time.process_time(), server_cpu()
    found = work()
    took = time.perf_counter() - wall, time.process_time() - cpu, server_cpu() - server
    print(f"{name:36} wall {took[0]:7.2f} s   CPU {took[1]:7.2f} s   server's CPU {took[2]:7.2f} s", flush=True)
    return found


def server_cpu() -> float:
    """CPU seconds of the servers that this process started; nothing for one of your own."""
    times = [one.cpu_times() for one in psutil.Process().children(recursive=True) if "java" in one.name()]
    return sum(one.user + one.system for one in times)


@contextmanager
def opened(server: str, uri: str, what: Network) -> Iterator[Store]:
    """A store with the network in it."""
    if uri:
        with open_store(load_settings(uri=uri)) as store:
            timed("filled", lambda: fill(store, what))
            yield store
        return
    watchdog = servers.Watchdog()
    try:
        if server == "embedded":
            with servers.embedded_home(watchdog) as home, open_store(servers.embedded_settings(home)) as store:
                timed("filled", lambda: fill(store, what))
                yield store
        else:
            with (
                servers.neo4j(servers.LTS, watchdog, quick=False, filled=partial(files, what)) as neo4j,
                neo4j.store() as store,
            ):
                yield store
    finally:
        watchdog.close()


def main() -> None:
    """Fill, read whole, change a little, bring up to date, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", choices=("embedded", "lts"), default="embedded")
    parser.add_argument("--uri", default="")
    parser.add_argument("--people", type=int, default=30_000)
    parser.add_argument("--attendances", type=int, default=216_000)
    parser.add_argument("--patience", type=float, default=60.0, help="seconds that one reading may take")
    given = parser.parse_args()
    graph.READ_TIMEOUT = given.patience
    with opened(given.server, given.uri, network(given.people, given.attendances, 1)) as store:
        old = timed("read whole", lambda: refresh(store, None))
        print(f"{len(old.nodes):,} people, {old.attended.nnz:,} attendances, {len(old.events.ids):,} events")
        names = random.Random(1)
        lines = [Line(f"guest{names.randrange(10**6)}", "Evening Table", place="City 3, S3") for _ in range(40)]
        put(store, lines)
        old = timed("after a file of 40 new people", lambda: refresh(store, old))
        put(store, [*lines[:20], Line("one-more", "Second Table")], file="b.csv", as_of="2026-01-02")
        old = timed("after a file of 21, one of them new", lambda: refresh(store, old))
        guests = [one for one, name in zip(old.nodes.ids, old.nodes.names, strict=True) if name.startswith("Guest")]
        log_entry(store, guests[0], "knows", other_id=guests[-1], author="sam")
        old = timed("after a tie that was typed", lambda: refresh(store, old))
        anew = timed("read whole again", lambda: refresh(store, None))
        same = old.nodes.ids == anew.nodes.ids and np.array_equal(old.attended.indices, anew.attended.indices)
        print("the same as read whole" if same and old.groups.ids == anew.groups.ids else "NOT the same")


if __name__ == "__main__":
    main()
