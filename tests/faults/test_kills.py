"""Whatever dies, and whenever: a second load ends in the graph of an uninterrupted one."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lpgraph.errors import StoreError
from lpgraph.ingest import LoadOptions, fingerprint, load, loads, undo
from lpgraph.settings import load_settings
from lpgraph.store import Store, embedded, open_store
from tests import servers
from tests.faults import ground, random_kills

pytestmark = [pytest.mark.server, pytest.mark.fault]
ROOT = Path(__file__).parents[2]


def _write(path: Path, status: str, seed: int = 1) -> Path:
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("event", "person", "organization", "email", "status", "role", "minutes"))
        for number in range(200):
            who = number % 60
            word = "attended" if chance.random() < 0.7 else status
            out.writerow((f"Meeting {number // 20} (2026-03-{number // 20 + 1:02d})", f"Ada Sample{who}", "Group",
                          f"p{who}@people.example.org", word, "", ""))  # fmt: skip
    os.utime(path, (1_770_000_000 + seed, 1_770_000_000 + seed))
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """An attendance file and its newer version, in which rows changed their status."""
    return _write(tmp_path / "old.csv", "registered", 1), _write(tmp_path / "new.csv", "cancelled", 2)


def _load(store: Store, home: Path, *files: Path) -> None:
    for report in load(store, files, LoadOptions(folder=home)):
        assert report.error is None
        assert report.read == report.accepted == 200


def _die(home: Path, number: int, when: str, *names: str) -> bool:
    """Run a loader that dies at its n-th write; false when it had fewer."""
    command = [sys.executable, "-m", "tests.faults.loader", str(home), str(number), when, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.parametrize(("number", "when"), [(2, "after"), (3, "before"), (5, "after"), (8, "after"), (9, "before")])
def test_a_killed_loader_is_finished_by_the_next_call(
    home: Path, files: tuple[Path, Path], number: int, when: str
) -> None:
    """At a batch's edge, on either side of its commit: loading again gives the uninterrupted graph."""
    old, new = files
    with open_store(load_settings()) as store:
        servers.for_tests(store)
        _load(store, home, old, new)
        expected = fingerprint(store)
        servers.wipe(store)
        _load(store, home, old)
        assert _die(home, number, when, str(new))
        _load(store, home, new)

        assert fingerprint(store) == expected
        assert [line.status for line in loads(store)] == ["done", "done"]


@pytest.mark.parametrize("number", [2, 4, 6])
def test_an_undo_that_was_killed_is_finished_by_the_next_writer(
    home: Path, files: tuple[Path, Path], number: int
) -> None:
    """Half an undo is never left: whoever writes next finishes it."""
    old, new = files
    with open_store(load_settings()) as store:
        _load(store, home, old)
        expected = fingerprint(store)
        _load(store, home, new)
        newest = loads(store)[-1].id
        assert _die(home, number, "after", f"undo:{newest}")
        _load(store, home, old)

        assert fingerprint(store) == expected
        assert [line.status for line in loads(store) if line.id == newest] == ["undone"]


def test_a_server_killed_during_a_load_loses_nothing(home: Path, files: tuple[Path, Path]) -> None:
    """Three kills of the embedded server while files load: the load goes on by itself, or the next call ends it."""
    old, new = files
    with open_store(load_settings()) as store:
        servers.for_tests(store)
        _load(store, home, old, new)
        expected = fingerprint(store)
        servers.wipe(store)
        stop = threading.Event()

        def kill() -> None:
            for _ in range(3):
                time.sleep(0.4)
                running = embedded.status(home)
                if running and not stop.is_set():
                    os.kill(running.pid, signal.SIGKILL)
                time.sleep(4)

        killer = threading.Thread(target=kill)
        killer.start()
        _load(store, home, old, new)
        stop.set()
        killer.join()
        _load(store, home, old, new)

        assert fingerprint(store) == expected


def test_undo_of_a_load_that_was_killed_leaves_the_graph_as_before(home: Path, files: tuple[Path, Path]) -> None:
    """A load that never ended can be taken back instead of finished."""
    old, new = files
    with open_store(load_settings()) as store:
        _load(store, home, old)
        before = fingerprint(store)
        assert _die(home, 4, "after", str(new))
        running = next(line for line in loads(store) if line.status == "running")
        undo(store, running.id)

        assert fingerprint(store) == before


def test_random_kills_end_in_one_graph(home: Path, tmp_path: Path) -> None:
    """Loader and server by turns, inside transactions of a load by the command line; thirty by ``random_kills``."""
    files = ground.write_files(tmp_path / "files", 240, seed=3)
    said: list[str] = []
    with ground.on_embedded(home) as place:
        tally = random_kills.run(place, files, 2, 3, said.append)

    assert (tally.kills, tally.wrong) == (2, 0), said
    assert len(said) == 3


def test_a_loader_that_is_asked_to_stop_says_so_and_goes_on_later(home: Path, tmp_path: Path) -> None:
    """SIGTERM in the middle of a batch: that batch is finished, exit 5 in ten seconds, and the load goes on from it."""
    files = ground.write_files(tmp_path / "files", 240, seed=3)
    said: list[str] = []
    with ground.on_embedded(home) as place:
        tally = random_kills.run(place, files, 1, 3, said.append, "stop", stage="facts")

    assert tally.wrong == 0, said
    assert "ended with 5" in said[-1]


def test_two_loaders_at_once_end_in_the_graph_of_one_after_the_other(
    home: Path, files: tuple[Path, Path], tmp_path: Path
) -> None:
    """The second waits for the first; both end well, and no row is lost or doubled."""
    old, new = files
    with open_store(load_settings()) as store:
        servers.for_tests(store)
        _load(store, home, old, new)
        expected = fingerprint(store)
        servers.wipe(store)
        both = [ground.Command({"LPGRAPH_HOME": str(home)}, "load", path, "--json") for path in (new, old)]
        ended = [loader.end()[0] for loader in both]

        assert ended == [0, 0]
        assert fingerprint(store) == expected
        assert [line.status for line in loads(store)] == ["done", "done"]


def test_a_full_disk_is_said_before_a_batch_and_the_load_goes_on_later(
    home: Path, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Room runs out between two batches: the message says disk, what was written counts, and loading again ends it."""
    old, new = files
    room = [1 << 40] * 4
    with open_store(load_settings()) as store:
        _load(store, home, old, new)
        expected = fingerprint(store)
    with servers.embedded_home(servers.Watchdog()) as other:
        settings = servers.embedded_settings(other)
        with open_store(settings) as store:
            monkeypatch.setattr(embedded, "free_space", lambda _home: room.pop() if room else 1)
            with pytest.raises(StoreError, match="disk"):
                load(store, [old, new], LoadOptions(folder=other))
            monkeypatch.undo()
            _load(store, other, old, new)
            assert fingerprint(store) == expected
