"""The three servers that the contract runs on: the embedded one, Neo4j 5.26 LTS and the newest calendar Neo4j.

A genuine Neo4j needs no image: its Community edition is on Maven Central. ``mvn`` writes a class path once (150 MB, in
the user's cache folder), ``java`` runs it. The calendar release runs on the JRE inside the embedded server's wheel.
A watchdog ends every server whose pid file it was told, when the tests end in whatever way, ``kill -9`` included.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs
from filelock import FileLock
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from lpgraph.settings import Settings
from lpgraph.store import Endpoint, Store, embedded, schema
from lpgraph.store.java import java as wheel_java
from queries import Query
from queries.catalogue import read_catalogue

LTS, NEW = "5.26.28", "2026.08.1"
START_SECONDS = 180
_MAIN = {LTS: "org.neo4j.server.CommunityEntryPoint", NEW: "org.neo4j.server.Neo4jCommunity"}
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>lpgraph</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{version}</version></dependency>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
</dependencies></project>
"""
# Up in half the time: the quick compiler alone. A benchmark wants the other one too.
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_CONF = """server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=1g
server.memory.pagecache.size=128m
"""
_WATCHDOG = """
import pathlib, shutil, sys, psutil
lines = [line.strip().split("|") for line in sys.stdin]  # ends when the tests do
for pid_file, folder in lines:
    try:
        text = pathlib.Path(pid_file).read_text()
        found = psutil.Process(int(text.split('"pid":')[-1].split(",")[0]))
        if "java" in found.name():
            found.terminate()
            try:
                found.wait(10)
            except psutil.TimeoutExpired:
                found.kill()
    except (OSError, ValueError, psutil.Error):
        pass
    shutil.rmtree(folder, ignore_errors=True)
"""


class Absent(Exception):
    """What this machine lacks for a genuine Neo4j, and how to get it."""


class Watchdog:
    """Ends the servers in the pid files that it was told, once this process is gone."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WATCHDOG], stdin=subprocess.PIPE, text=True, start_new_session=True
        )

    def watch(self, pid_file: Path, folder: Path) -> None:
        """``pid_file`` holds a bare pid or JSON with one; it may be written later. ``folder`` goes too."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{pid_file}|{folder}\n")
        self._process.stdin.flush()

    def close(self) -> None:
        """End what is left now."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)


@dataclass(frozen=True, slots=True)
class Neo4j:
    """A running genuine Neo4j."""

    bolt: int
    password: str
    version: str

    def endpoint(self, scheme: str = "bolt") -> Endpoint:
        """Its address by ``bolt`` (direct) or ``neo4j`` (routing, as in production)."""
        return Endpoint(f"{scheme}://127.0.0.1:{self.bolt}", "neo4j", self.password, "neo4j")

    def store(self, scheme: str = "bolt") -> Store:
        """A store with the schema in place."""
        store = Store(self.endpoint(scheme))
        schema.ensure(store)
        return for_tests(store)


@contextlib.contextmanager
def neo4j(
    version: str, watchdog: Watchdog, *, quick: bool = True, filled: Callable[[Path], Sequence[str]] | None = None
) -> Iterator[Neo4j]:
    """A genuine Neo4j on a free loopback port. Raises ``Absent`` where it cannot run.

    Its graph is empty, or what Neo4j's own import makes of the files that ``filled`` writes into a folder; it gives
    the arguments that name them.
    """
    java, classpath = _java_for(version), _classpath(version)
    home = Path(tempfile.mkdtemp(prefix="lpgraph-neo4j-"))
    watchdog.watch(home / "pid", home)
    process: subprocess.Popen[bytes] | None = None
    try:
        if filled:
            _import([str(java), "-cp", classpath], home, filled(home))
        bolt = _free_port()
        process = _launch(version, [str(java), *(_QUICK if quick else ()), "-cp", classpath], home, bolt)
        password = secrets.token_hex(16)
        _first_login(process, bolt, password, home)
        yield Neo4j(bolt, password, version)
    finally:
        if process is not None:
            process.kill()  # its data is thrown away, and an orderly end takes it twenty seconds
            process.wait(20)
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def embedded_home(watchdog: Watchdog) -> Iterator[Path]:
    """A home of its own for an embedded server, which is stopped at the end."""
    home = Path(tempfile.mkdtemp(prefix="lpgraph-home-"))
    watchdog.watch(home / "server" / "server.json", home)
    try:
        yield home
    finally:
        embedded.stop(home)
        shutil.rmtree(home, ignore_errors=True)


def embedded_settings(home: Path) -> Settings:
    """Settings for the embedded server of that home, whatever the environment says."""
    return Settings().model_copy(update={"home": home, "uri": None})


@cache
def test_queries() -> Mapping[str, Query]:
    """The queries of ``tests/queries``: what only tests do."""
    return read_catalogue(Path(__file__).parent / "queries")


def for_tests(store: Store) -> Store:
    """The same store, which knows the tests' own queries too."""
    store.queries = {**store.queries, **test_queries()}
    return store


def wipe(store: Store) -> None:
    """Take everything but the schema out of a graph."""
    while store.write(("wipe", {}))[0][0]["n"]:
        pass


def _java_for(version: str) -> Path:
    if version == NEW:
        return wheel_java()
    found = shutil.which("java")
    if not found:
        raise Absent("Neo4j for tests needs Java 17 (Debian: apt-get install maven)")
    return Path(found)


def _classpath(version: str) -> str:
    """The class path that Maven resolved, from the cache or made now by one process at a time."""
    cache = platformdirs.user_cache_path("lpgraph", appauthor=False) / "test-servers" / version
    cache.mkdir(parents=True, exist_ok=True)
    done = cache / "classpath.txt"
    with FileLock(cache / "lock", timeout=900):
        if done.exists() and all(Path(jar).exists() for jar in done.read_text().split(os.pathsep)):
            return done.read_text()
        maven = shutil.which("mvn")
        if not maven:
            raise Absent("Neo4j for tests needs Maven (Debian: apt-get install maven)")
        (cache / "pom.xml").write_text(_POM.format(version=version))
        run = subprocess.run(
            [maven, "-B", "-q", "dependency:build-classpath", f"-Dmdep.outputFile={cache / 'mvn.txt'}"],
            cwd=cache, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        if run.returncode:
            raise Absent(f"Maven cannot fetch Neo4j {version}: {(run.stdout + run.stderr).strip()[-400:]}")
        jars = [j for j in (cache / "mvn.txt").read_text().strip().split(os.pathsep) if j.endswith(".jar")]
        done.write_text(os.pathsep.join(jars))
        return done.read_text()


def _launch(version: str, java: list[str], home: Path, bolt: int) -> subprocess.Popen[bytes]:
    (home / "conf").mkdir(exist_ok=True)  # launched again after a kill, it keeps its data
    (home / "conf" / "neo4j.conf").write_text(_CONF.format(bolt=bolt))
    opened = ("java.nio", "java.io", "sun.nio.ch")
    with (home / "out.log").open("wb") as out:
        process = subprocess.Popen(
            [*java, "-Xmx1g", *(f"--add-opens=java.base/{p}=ALL-UNNAMED" for p in opened), _MAIN[version],
             f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
            cwd=home, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    (home / "pid").write_text(str(process.pid))
    return process


def _import(java: list[str], home: Path, files: Sequence[str]) -> None:
    """Neo4j's own bulk import, before the server runs."""
    (home / "conf").mkdir(exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_CONF.format(bolt=0))
    run = subprocess.run(
        [*java[:1], "-Xmx1g", *java[1:], "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", *files],
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        cwd=home, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    if run.returncode:
        raise RuntimeError(f"Neo4j's import failed: {(run.stdout + run.stderr)[-2000:]}")


def _first_login(process: subprocess.Popen[bytes], bolt: int, password: str, home: Path) -> None:
    """Wait until it answers, and give it a password of our own."""
    deadline = time.monotonic() + START_SECONDS
    change = test_queries()["first_password"].text
    while True:
        try:
            with (
                GraphDatabase.driver(f"bolt://127.0.0.1:{bolt}", auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run(change, password=password).consume()
                return
        except (DriverError, Neo4jError) as error:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Neo4j did not start: {(home / 'out.log').read_text()[-2000:]}") from error
            time.sleep(0.5)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
