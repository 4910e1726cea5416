"""The embedded server: ArcadeDB from its wheel as a plain ``java`` child, one a home, shared by all processes.

Below ``<home>/server`` (0700): ``databases``, ``config``, ``log``; ``secrets.json`` with two random passwords (``root``
writes, ``dash`` may only read, since READ access mode is not enforced there); ``java.args`` with everything the child
is told, so that no secret shows in ``ps``; ``server.json`` with address and pid; ``start.lock`` around every start and
stop. The server listens on loopback only and outlives the process that started it, until ``stop``.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from lpgraph.errors import StoreBusy, StoreError, StoreUnreachable
from lpgraph.store.driver import Driver, DriverError, GraphDatabase, Neo4jError
from lpgraph.store.graph import Endpoint
from lpgraph.store.java import (
    DATABASE,
    PRIVATE_DIR,
    PRIVATE_FILE,
    arguments_file,
    folder_of,
    free_ports,
    free_space,
    java,
    passwords,
    prepare,
    version,
    write_private,
)
from queries import catalogue

START_SECONDS = 120.0
HUNG_SECONDS = 20.0  # a server that lives and does not answer for so long is ended and started again
STOP_SECONDS = 10.0
LEAST_SPACE = 256 << 20  # a batch of 5,000 rows writes some 10 MiB, its log as much again
_children: list[psutil.Popen] = []  # kept, so that a server which outlives us is not complained about


@dataclass(frozen=True, slots=True)
class Running:
    """A server that was started: where it listens and which process it is."""

    uri: str
    pid: int
    created: float  # when the process began: a pid alone may have been given to another since
    version: str

    def process(self) -> psutil.Process | None:
        """The live process, or ``None``."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.created) < 1.0
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None


def endpoint(home: Path, *, reader: bool = False) -> Endpoint:
    """The address and account of the server of this home, which is started if need be."""
    running = start(home)
    user = "dash" if reader else "root"
    return Endpoint(running.uri, user, passwords(home)[user], DATABASE)


def start(home: Path) -> Running:
    """The server of this home: the one that runs and answers, else a new one."""
    running = status(home)
    if running and _answers(running, home):
        return running
    with _locked(home):
        running = status(home)
        if running and _answers(running, home, HUNG_SECONDS):
            return running
        if running:
            _end(running)
        return _launch(home)


def status(home: Path) -> Running | None:
    """The server of this home if its process lives; nothing is started."""
    try:
        running = Running(**json.loads((folder_of(home) / "server.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return running if running.process() else None


def stop(home: Path) -> bool:
    """End the server of this home; false when none ran."""
    if not folder_of(home).is_dir():
        return False
    with _locked(home):
        running = status(home)
        if running:
            _end(running)
        (folder_of(home) / "server.json").unlink(missing_ok=True)
        return running is not None


def check_space(home: Path) -> None:
    """Raises ``StoreError`` when the disk is nearly full: the server's own error would not say so."""
    free = free_space(home)
    if free < LEAST_SPACE:
        raise StoreError(f"the disk of {home} is nearly full ({free >> 20} MiB left): make room and run it again")


@contextlib.contextmanager
def _locked(home: Path) -> Iterator[None]:
    folder = folder_of(home)
    try:
        home.mkdir(parents=True, exist_ok=True, mode=PRIVATE_DIR)
        folder.mkdir(exist_ok=True, mode=PRIVATE_DIR)
        folder.chmod(PRIVATE_DIR)
        lock = FileLock(folder / "start.lock", timeout=START_SECONDS + 30, mode=PRIVATE_FILE)
        with lock:
            yield
    except Timeout as error:
        raise StoreBusy(f"another process has been starting the server in {folder} for too long") from error
    except OSError as error:
        raise StoreUnreachable(f"cannot keep the graph in {folder}: {error.strerror or error}") from error


def _launch(home: Path) -> Running:
    """Start the child and wait until the database answers; other ports when a port was taken meanwhile."""
    folder = folder_of(home)
    prepare(home)
    for _ in range(3):
        bolt, http = free_ports()
        write_private(folder / "java.args", arguments_file(home, bolt, http))
        process = _spawn(folder)
        running = Running(f"bolt://127.0.0.1:{bolt}", process.pid, process.create_time(), version())
        try:
            if _ready(running, home):
                write_private(folder / "server.json", json.dumps(asdict(running)))
                return running
        except BaseException:  # also Ctrl-C: never leave a half-started child behind
            _end(running)
            raise
    raise StoreUnreachable(f"the embedded server ended while starting; its log is {folder / 'log' / 'server.out'}")


def _spawn(folder: Path) -> psutil.Popen:
    """The java child, apart from our terminal, so that Ctrl-C for us is not one for the database."""
    log = folder / "log"
    log.mkdir(exist_ok=True, mode=PRIVATE_DIR)
    windows = sys.platform == "win32"
    java_options = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")
    write_private(log / "server.out", "")
    with (log / "server.out").open("wb") as out:
        child = psutil.Popen(
            [str(java()), f"@{folder / 'java.args'}"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={k: v for k, v in os.environ.items() if k not in java_options},
            start_new_session=not windows,
            umask=-1 if windows else 0o077,
            creationflags=0x00000208 if windows else 0,  # detached, a group of its own
        )
    _children.append(child)
    return child


def _ready(running: Running, home: Path) -> bool:
    """Wait for the first answer; false when the child ended instead."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if running.process() is None:
            return False
        if _answers(running, home):
            return True
        time.sleep(0.1)
    raise StoreUnreachable(f"the embedded server did not answer within {START_SECONDS:.0f} s")


def _answers(running: Running, home: Path, patience: float = 0.0) -> bool:
    """Whether the database says 1. The port alone says nothing: it opens before the database exists."""
    deadline = time.monotonic() + patience
    while True:
        with (
            contextlib.suppress(DriverError, Neo4jError),
            _driver(running, home) as driver,
            driver.session(database=DATABASE) as session,
        ):
            session.run(catalogue()["ping"].text).consume()
            return True
        if time.monotonic() >= deadline or running.process() is None:
            return False
        time.sleep(0.3)


def _driver(running: Running, home: Path) -> Driver:
    return GraphDatabase.driver(
        running.uri,
        auth=("root", passwords(home)["root"]),
        connection_timeout=3.0,
        connection_acquisition_timeout=4.0,
        max_connection_pool_size=1,
        telemetry_disabled=True,
    )


def _end(running: Running) -> None:
    """Ask the process to end (SIGTERM closes the database), and end it if it does not."""
    process = running.process()
    if process is None:
        return
    with contextlib.suppress(psutil.Error):
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
