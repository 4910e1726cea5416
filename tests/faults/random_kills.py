"""Kill the loader or the server at random moments of a load through the command line, then give the command again.

    python -m tests.faults.random_kills --kills 30 --seed 1            # the embedded server
    python -m tests.faults.random_kills --kills 4 --server lts         # a genuine Neo4j, killed and started again

Three files are loaded as whole lists: attendances, a list of people, and a newer one with changed rows and fewer
people. By turns the loader or the server dies by SIGKILL at a moment drawn evenly over an uninterrupted run. Whatever
happened, the same command again has to end in the fingerprint of the uninterrupted run, each load once in the ledger,
with as many rows as there are. Prints one line a kill; exit 1 when any went wrong.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from loaders import templates
from lpgraph.ingest import fingerprint, loads
from lpgraph.settings import Settings
from lpgraph.store import Store, embedded, open_store
from tests import servers

ROOT = Path(__file__).parents[2]
PATIENCE = 180


@dataclass
class Ground:
    """Where it happens: the environment of the loader, how to open the store and how to kill the server."""

    env: dict[str, str]
    store: Store
    kill_server: Callable[[], None]


def write_files(folder: Path, rows: int, seed: int) -> Path:
    """The three files, each of its own day."""
    chance = random.Random(seed)
    folder.mkdir()
    people = [f"Person{n} Sample{chance.randrange(rows)}" for n in range(rows // 3)]
    table = [("event", "person", "organization", "email", "status", "role", "minutes")]
    for number in range(rows):
        who = chance.randrange(len(people))
        table.append((f"Meeting {number % 40} (2026-03-{number % 28 + 1:02d})", people[who], f"Group {who % 20}",
                      f"p{who}@people.example.org", chance.choice(("attended", "registered")), "", ""))  # fmt: skip
    _write(folder / "attendance.csv", table, 1)
    head = [column for column, _ in templates.TEMPLATES["people"].columns]
    old = [{"name": name, "email": f"p{n}@people.example.org", "organization": f"Group {n % 20}", "city": "Denver",
            "state": "CO"} for n, name in enumerate(people)]  # fmt: skip
    new = [row | ({"title": "Organizer"} if chance.random() < 0.3 else {}) for row in old if chance.random() < 0.9]
    _write(folder / "people-1.csv", [head, *(tuple(row.get(c, "") for c in head) for row in old)], 2)
    _write(folder / "people-2.csv", [head, *(tuple(row.get(c, "") for c in head) for row in new)], 3)
    return folder


def _write(path: Path, table: list[tuple[str, ...]], day: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    os.utime(path, (1_770_000_000 + day * 86_400,) * 2)


@contextmanager
def on_embedded(home: Path) -> Iterator[Ground]:
    """The embedded server of a home."""

    def kill() -> None:
        running = embedded.status(home)
        if running:
            os.kill(running.pid, signal.SIGKILL)

    with open_store(servers.embedded_settings(home)) as store:
        yield Ground({"LPGRAPH_HOME": str(home)}, servers.for_tests(store), kill)


@contextmanager
def on_neo4j(version: str, home: Path) -> Iterator[Ground]:
    """A genuine Neo4j that is started again as soon as it was killed, as a service manager does."""
    with tempfile.TemporaryDirectory(prefix="lpgraph-kills-", ignore_cleanup_errors=True) as name:
        folder, bolt = Path(name), servers._free_port()
        java = [str(servers._java_for(version)), *servers._QUICK, "-cp", servers._classpath(version)]
        running = [servers._launch(version, java, folder, bolt)]

        def kill() -> None:
            running[-1].kill()
            running[-1].wait()
            running.append(servers._launch(version, java, folder, bolt))

        try:
            servers._first_login(running[-1], bolt, "a-password-for-tests", folder)
            env = {"NEO4J_URI": f"bolt://127.0.0.1:{bolt}", "NEO4J_USERNAME": "neo4j",
                   "NEO4J_PASSWORD": "a-password-for-tests", "LPGRAPH_HOME": str(home)}  # fmt: skip
            settings = Settings.model_validate(env)
            with open_store(settings) as store:
                yield Ground(env, servers.for_tests(store), kill)
        finally:
            running[-1].kill()
            running[-1].wait()


def start(home: Path, *words: str | Path, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """``lpgraph load`` of these words as a process of its own, for the graph of a home unless ``env`` says another."""
    command = [sys.executable, "-m", "lpgraph.cli", "load", *map(str, words), "--json"]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LPGRAPH_"))}
    own = {"LPGRAPH_HOME": str(home)} | (env or {})
    return subprocess.Popen(
        command, cwd=ROOT, env=clean | own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _start(ground: Ground, folder: Path) -> subprocess.Popen[str]:
    return start(Path(ground.env["LPGRAPH_HOME"]), folder, "--snapshot", "--yes", env=ground.env)


def _finish(ground: Ground, folder: Path) -> tuple[str, dict[str, int]]:
    """Give the command once more; what the graph then is, and how many rows each file has in the ledger."""
    run = _start(ground, folder)
    out, err = run.communicate(timeout=PATIENCE)
    if run.returncode:
        return f"the command again: exit {run.returncode} {err.strip()[-200:]}", {}
    assert len(json.loads(out)) == 3
    done = [line for line in loads(ground.store) if line.status == "done"]
    if len(done) != 3 or any(line.status == "running" for line in loads(ground.store)):
        return f"the ledger: {[line.status for line in loads(ground.store)]}", {}
    return fingerprint(ground.store), {line.file: line.accepted for line in done}


def run(ground: Ground, folder: Path, kills: int, seed: int, say: Callable[[str], None] = lambda _line: None) -> int:
    """That many kills; gives how many went wrong."""
    chance, wrong = random.Random(seed), 0
    servers.wipe(ground.store)
    began = time.monotonic()
    expected = _finish(ground, folder)
    whole = time.monotonic() - began
    assert expected[1], expected[0]
    say(f"uninterrupted: {whole:.1f} s, {expected[0][:16]}, {expected[1]}")
    for number in range(kills):
        servers.wipe(ground.store)
        victim, moment = ("loader", "server")[number % 2], chance.uniform(0.15, 1.0) * whole
        loader = _start(ground, folder)
        try:
            loader.wait(moment)
        except subprocess.TimeoutExpired:
            loader.kill() if victim == "loader" else ground.kill_server()
        _, err = loader.communicate(timeout=PATIENCE)
        ended = loader.returncode
        stayed = sorted(line.status for line in loads(ground.store))
        found = _finish(ground, folder)
        good = found == expected and ended in (0, 4, 5, -signal.SIGKILL)
        wrong += not good
        why = "" if good else f" {found} {err.strip()[-200:]}"
        say(f"{number + 1}. {victim} at {moment:.1f} s: it ended with {ended}, left {stayed}; again: "
            f"{'same graph' if good else 'ANOTHER GRAPH'}{why}")  # fmt: skip
    return wrong


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kills", type=int, default=30)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--rows", type=int, default=1_500)
    ask.add_argument("--server", choices=("embedded", "lts", "new"), default="embedded")
    asked = ask.parse_args()
    dog = servers.Watchdog()
    with servers.embedded_home(dog) as home, tempfile.TemporaryDirectory() as folder:
        files = write_files(Path(folder) / "files", asked.rows, asked.seed)
        version = {"lts": servers.LTS, "new": servers.NEW}.get(asked.server)
        with on_neo4j(version, home) if version else on_embedded(home) as ground:
            wrong = run(ground, files, asked.kills, asked.seed, lambda line: print(line, flush=True))  # noqa: T201
        print(f"{asked.kills} kills, {wrong} wrong")  # noqa: T201
    dog.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
