"""Loading against the driver's bare speed: the same attendance rows, in the same run, on the same server.

    python benchmarks/load.py                      # embedded server and Neo4j 5.26 (from Maven), 150,000 rows
    python benchmarks/load.py --server embedded --rows 50000
    python benchmarks/load.py --uri bolt://127.0.0.1:7687   # your own (NEO4J_USERNAME, NEO4J_PASSWORD); it is emptied!

*Bare* is what one would write by hand: read the CSV, ``UNWIND $rows … MERGE`` people, events and attendances with a
unique id each, 5,000 rows a transaction. *lpgraph* is ``ingest.load`` of that file: recognition, checks, identity,
mentions, ledger and provenance included. The figure is rows a second of lpgraph over rows a second of bare; each is
run on an empty graph after a small warm-up of its own.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from neo4j import ManagedTransaction

from lpgraph.ids import digest
from lpgraph.ingest import LoadOptions, load
from lpgraph.settings import load_settings
from lpgraph.store import Store, open_store
from tests import servers

BATCH = 5_000
BARE = (
    "UNWIND $rows AS row MERGE (p:Person {id: row.person}) SET p.name = row.name, p.email = row.email",
    "UNWIND $rows AS row MERGE (e:Event {id: row.event}) SET e.name = row.title",
    "UNWIND $rows AS row MATCH (p:Person {id: row.person}) MATCH (e:Event {id: row.event}) "
    "MERGE (p)-[a:ATTENDED {key: row.key}]->(e) SET a.row = row.row",
)


def write_rows(path: Path, rows: int, people: int, events: int, seed: int) -> None:
    """An attendance template with that many distinct attendances."""
    chance = random.Random(seed)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < rows:
        pairs.add((min(int(chance.paretovariate(0.9)) % people + chance.randrange(people), people * 2) % people,
                   chance.randrange(events)))  # fmt: skip
    ordered = sorted(pairs)
    chance.shuffle(ordered)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("event", "person", "organization", "email", "status", "role", "minutes"))
        for who, event in ordered:
            day = f"2026-{event % 12 + 1:02d}-{event % 28 + 1:02d}"
            name = f"Person{digest((str(who),), 6)} Sample{digest(('f', str(who)), 6)}"
            mail = f"p{who}@people.example.org"
            out.writerow((f"Meeting {event} ({day})", name, f"Group {who % 300}", mail, "attended", "", ""))


def _run(tx: ManagedTransaction, statement: str, rows: list[dict[str, str]]) -> None:
    tx.run(statement, rows=rows).consume()


def bare(store: Store, path: Path) -> int:
    """The rows by hand, through the same driver."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            {
                "person": r["email"], "name": r["person"], "email": r["email"], "event": r["event"],
                "title": r["event"], "key": f"{r['event']}|{r['email']}", "row": n,
            }
            for n, r in enumerate(csv.DictReader(file), 1)
        ]  # fmt: skip
    people = list({r["person"]: r for r in rows}.values())
    events = list({r["event"]: r for r in rows}.values())
    with store._driver.session(database=store.endpoint.database) as session:
        for statement, some in zip(BARE, (people, events, rows), strict=True):
            for start in range(0, len(some), BATCH):
                session.execute_write(_run, statement, some[start : start + BATCH])
    return len(rows)


def ours(store: Store, path: Path) -> int:
    """The rows as a user loads them."""
    with tempfile.TemporaryDirectory() as folder:
        (report,) = load(store, [path], LoadOptions(folder=Path(folder)))
    assert report.error is None and report.accepted == report.read, report
    return report.accepted


def rate(store: Store, path: Path, work: Callable[[Store, Path], int], small: Path) -> float:
    """Rows a second on an empty graph, after a warm-up (a server plans a statement the first time)."""
    servers.wipe(store)
    work(store, small)
    servers.wipe(store)
    started = time.perf_counter()
    rows = work(store, path)
    return rows / (time.perf_counter() - started)


@contextmanager
def opened(server: str, uri: str | None) -> Iterator[Store]:
    """A store to measure on."""
    dog = servers.Watchdog()
    try:
        if uri:
            with servers.for_tests(open_store(load_settings(uri=uri))) as store:
                yield store
        elif server == "embedded":
            with servers.embedded_home(dog) as home, open_store(servers.embedded_settings(home)) as store:
                yield servers.for_tests(store)
        else:
            with servers.neo4j(servers.LTS, dog, quick=False) as neo4j, neo4j.store() as store:
                yield store
    finally:
        dog.close()


def main() -> None:
    """Measure and print one line a server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=150_000)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--events", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server", choices=("embedded", "neo4j", "both"), default="both")
    parser.add_argument("--uri")
    given = parser.parse_args()
    chosen = ("embedded", "neo4j") if given.server == "both" and not given.uri else (given.uri or given.server,)
    with tempfile.TemporaryDirectory() as folder:
        path, small = Path(folder, "attendance.csv"), Path(folder, "small.csv")
        write_rows(path, given.rows, given.people, given.events, given.seed)
        write_rows(small, 2_000, 500, 50, given.seed)
        for server in chosen:
            with opened(server, given.uri) as store:
                plain = rate(store, path, bare, small)
                whole = rate(store, path, ours, small)
                print(f"{server}: bare {plain:,.0f} rows/s, lpgraph {whole:,.0f} rows/s, ratio {whole / plain:.2f}")


if __name__ == "__main__":
    main()
