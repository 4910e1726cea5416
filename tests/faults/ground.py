"""Where kills happen: a server that may be killed, files to load, and a command line that is watched write by write."""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from loaders import templates
from lpgraph.settings import Settings
from lpgraph.store import Store, open_store
from tests import servers
from tests.faults.told import run

PATIENCE = 180
NAP = 0.002  # seconds between two looks at what a watched command has told
FILES = ("attendance.csv", "people-1.csv", "people-2.csv")


@dataclass
class Ground:
    """Where it happens: the environment of the loader, how to open the store and how to kill the server."""

    env: dict[str, str]
    store: Store
    kill_server: Callable[[], None]

    @property
    def home(self) -> Path:
        """The folder of the loader's own files."""
        return Path(self.env["LPGRAPH_HOME"])


def write_files(folder: Path, rows: int, seed: int) -> Path:
    """Attendances, a list of people, and a newer one with changed rows and fewer people; each of its own day."""
    chance = random.Random(seed)
    folder.mkdir()
    people = [f"Person{n} Sample{chance.randrange(rows)}" for n in range(rows // 3)]
    table = [("event", "person", "organization", "email", "status", "role", "minutes")]
    for number in range(rows):
        who = chance.randrange(len(people))
        table.append((f"Meeting {number % 40} (2026-03-{number % 28 + 1:02d})", people[who], f"Group {who % 20}",
                      f"p{who}@people.example.org", chance.choice(("attended", "registered")), "", ""))  # fmt: skip
    head = [column for column, _ in templates.TEMPLATES["people"].columns]
    old = [{"name": name, "email": f"p{n}@people.example.org", "organization": f"Group {n % 20}", "city": "Denver",
            "state": "CO"} for n, name in enumerate(people)]  # fmt: skip
    new = [row | ({"title": "Organizer"} if chance.random() < 0.3 else {}) for row in old if chance.random() < 0.9]
    tables = [table, *([tuple(head), *(tuple(row.get(c, "") for c in head) for row in some)] for some in (old, new))]
    for day, (name, lines) in enumerate(zip(FILES, tables, strict=True), 1):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
        os.utime(folder / name, (1_770_000_000 + day * 86_400,) * 2)
    return folder


@contextmanager
def on_embedded(home: Path) -> Iterator[Ground]:
    """The embedded server of a home."""

    def kill() -> None:
        with suppress(OSError, ValueError):  # not by ``embedded.status``: that takes a while, and the moment passes
            told = json.loads((home / "server" / "server.json").read_text(encoding="utf-8"))
            os.kill(int(told["pid"]), signal.SIGKILL)

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


# Forked from one process that has imported everything: a second or two less a command.
_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload(["tests.faults.told"])


class Command:
    """``lpgraph`` with these words as a process of its own; ``told``: the file that it tells its writes in."""

    def __init__(self, env: dict[str, str], *words: str | Path, told: Path | None = None) -> None:
        self._says = Path(tempfile.mkdtemp(prefix="lpgraph-said-"))
        said = (str(self._says / "out"), str(self._says / "err"))
        self._process = _FORKED.Process(target=run, args=(env, list(map(str, words)), str(told or ""), said))
        # What a test of a screen leaves as ``__main__`` is no file that the new process could run first.
        with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
            self._process.start()

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return not self._process.is_alive()

    def signal(self, number: int) -> None:
        """Send it a signal, unless it is over."""
        if self._process.pid is not None and not self.over:
            os.kill(self._process.pid, number)

    def end(self) -> tuple[int, str, str]:
        """Wait for its end: exit code, what it said, what it complained of."""
        self._process.join(PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
            raise AssertionError(f"it has not ended in {PATIENCE} s")
        out, err = ((self._says / name).read_text(encoding="utf-8", errors="replace") for name in ("out", "err"))
        shutil.rmtree(self._says)
        return self._process.exitcode, out, err


@dataclass(frozen=True, slots=True)
class Write:
    """One transaction of a command: its number, its stage, when it began and when it was written (0: it is not)."""

    number: int
    stage: str
    begun: float
    ended: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.ended - self.begun


class Watched:
    """A command under way whose writes are told."""

    def __init__(self, ground: Ground, *words: str | Path) -> None:
        self._told = Path(tempfile.mkstemp(prefix="told-", dir=ground.home)[1])
        self.began = time.monotonic()
        self.command = Command(ground.env, *words, told=self._told)

    def writes(self) -> list[Write]:
        """The writes so far, in their order."""
        found: dict[int, Write] = {}
        text = self._told.read_text(encoding="utf-8")
        for line in text[: text.rfind("\n") + 1].splitlines():
            what, number, moment, *stage = line.split()
            one = int(number)
            if what == "begin":
                found[one] = Write(one, " ".join(stage), float(moment))
            else:
                found[one] = Write(one, found[one].stage, found[one].begun, float(moment))
        return list(found.values())

    def wait(self, number: int, part: float, seconds: float) -> None:
        """Until that write has begun (when ``part`` is the whole of it: has ended), then so long, or till it ends.

        Another run is slower or faster: the moment is in that write, or at its edge. ``number`` 0: from the start on.
        """
        since = self.began if not number else 0.0
        while not self.command.over:
            one = next((w for w in self.writes() if w.number == number), None)
            if one is not None and (part < 1.0 or one.ended):
                since = since or time.monotonic()
            if since and (time.monotonic() >= since + seconds or (one is not None and one.ended and part < 1.0)):
                return
            time.sleep(NAP)
