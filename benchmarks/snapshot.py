"""How long a snapshot takes to read whole, and to bring up to date after small loads and entries.

    python benchmarks/snapshot.py                                        # embedded server, 30,000 people
    python benchmarks/snapshot.py --server lts --people 200000 --attendances 1440000
    python benchmarks/snapshot.py --uri bolt://127.0.0.1:7687            # your own; it must be empty

The large network is written by the driver's own statements (loading it would take longer than what is measured); then
a file of 40 attendances, a tie and a new person come in through the ledger, and each time the snapshot is brought up to
date and compared with one that is read anew. *Wall* is the clock, *CPU* this process without the server.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np

from lpgraph.ids import digest
from lpgraph.ingest import log_entry
from lpgraph.network.refresh import refresh
from lpgraph.settings import load_settings
from lpgraph.store import Store, open_store
from tests import servers
from tests.ingest.builders import Line, put

T = TypeVar("T")
BATCH = 20_000


def fill(store: Store, people: int, attendances: int, seed: int) -> None:
    """People, events and who attended, without a ledger line; facts with all the properties that a load gives them."""
    chance = np.random.default_rng(seed)
    events = max(attendances // 12, 10)
    persons = [
        {"id": f"person/{digest((str(i),), 10)}", "props": {"name": f"Person {i}", "city": f"City {i % 670}",
                                                            "state": f"S{i % 50}"}} for i in range(people)
    ]  # fmt: skip
    meetings = [
        {"id": f"event/{i:06}", "props": {"name": f"Table {digest((str(i % 4_000),), 5)}",
                                          "startAt": f"2025-{i % 12 + 1:02}-{i % 28 + 1:02}"}} for i in range(events)
    ]  # fmt: skip
    for label, rows in (("Person", persons), ("Event", meetings)):
        for first in range(0, len(rows), BATCH):
            store.write((f"entity_put:{label}", {"rows": rows[first : first + BATCH]}))
    pairs = np.unique(chance.integers(0, [people, events], (attendances, 2)), axis=0).tolist()
    for first in range(0, len(pairs), BATCH):
        rows = [
            {"a": persons[p]["id"], "b": meetings[e]["id"],
             "props": {"key": f"f{p}-{e}", "file": "bench.csv", "row": first + i, "fromRef": f"m{p}", "toRef": f"m{e}"}}
            for i, (p, e) in enumerate(pairs[first : first + BATCH], 1)
        ]  # fmt: skip
        store.write(("fact_create:ATTENDED:Person:Event", {"rows": rows, "source": "bench", "load": "bench"}))
        if first % (20 * BATCH) == 0:
            print(f"{first + len(rows):,} of {len(pairs):,} attendances", flush=True)


def timed(name: str, work: Callable[[], T]) -> T:
    """One line of figures."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    print(f"{name:36} wall {time.perf_counter() - wall:7.2f} s   CPU {time.process_time() - cpu:7.2f} s", flush=True)
    return found


@contextmanager
def opened(server: str, uri: str) -> Iterator[Store]:
    """An empty store."""
    if uri:
        with open_store(load_settings(uri=uri)) as store:
            yield store
        return
    watchdog = servers.Watchdog()
    try:
        if server == "embedded":
            with servers.embedded_home(watchdog) as home, open_store(servers.embedded_settings(home)) as store:
                yield store
        else:
            with servers.neo4j(servers.LTS, watchdog, quick=False) as neo4j, neo4j.store() as store:
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
    given = parser.parse_args()
    with opened(given.server, given.uri) as store:
        timed("filled", lambda: fill(store, given.people, given.attendances, 1))
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
