"""Fixtures that any test may ask for: the servers, started once a session, and homes that nobody else uses.

``any_store`` runs a test on all three servers with an empty graph each time. ``LPGRAPH_TEST_SERVERS=embedded`` (or
``lts``, ``new``, comma between) narrows that on a developer's machine.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that tests find tests.servers however pytest was started

from lpgraph.store import Store, open_store
from tests import servers

_ALL = ("embedded", "lts", "new")
_WANTED = tuple(s for s in os.environ.get("LPGRAPH_TEST_SERVERS", "").replace(" ", "").split(",") if s) or _ALL


def pytest_configure(config: pytest.Config) -> None:
    """A terminated run ends like Ctrl-C, with every fixture's end; and no test sees the developer's own graph."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    unknown = set(_WANTED) - set(_ALL)
    if unknown:
        raise pytest.UsageError(f"LPGRAPH_TEST_SERVERS: {sorted(unknown)}; there are {', '.join(_ALL)}")
    for name in [n for n in os.environ if n.startswith(("NEO4J_", "LPGRAPH_")) and n != "LPGRAPH_TEST_SERVERS"]:
        del os.environ[name]
    os.environ["LPGRAPH_HOME"] = os.devnull  # a test that wants a home asks for one


@pytest.fixture(scope="session")
def watchdog() -> Iterator[servers.Watchdog]:
    """Ends every server of this session even if the session itself is killed."""
    dog = servers.Watchdog()
    yield dog
    dog.close()


@pytest.fixture
def home(watchdog: servers.Watchdog, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh LPGRAPH_HOME; if the test starts a server in it, that is stopped afterwards."""
    with servers.embedded_home(watchdog) as folder:
        monkeypatch.setenv("LPGRAPH_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def _embedded_home(watchdog: servers.Watchdog) -> Iterator[Path]:
    with servers.embedded_home(watchdog) as folder:
        yield folder


@pytest.fixture(scope="session")
def _embedded(_embedded_home: Path) -> Iterator[Store]:
    with open_store(servers.embedded_settings(_embedded_home)) as store:
        yield servers.for_tests(store)


def _genuine(version: str, watchdog: servers.Watchdog) -> Iterator[servers.Neo4j]:
    """A genuine Neo4j; where it cannot run the test is skipped, and under CI that is a failure."""
    try:
        with servers.neo4j(version, watchdog) as server:
            yield server
    except servers.Absent as absent:
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(str(absent))
        pytest.skip(str(absent))


@pytest.fixture(scope="session")
def neo4j_lts(watchdog: servers.Watchdog) -> Iterator[servers.Neo4j]:
    """The running Neo4j 5.26 LTS."""
    yield from _genuine(servers.LTS, watchdog)


@pytest.fixture(scope="session")
def neo4j_new(watchdog: servers.Watchdog) -> Iterator[servers.Neo4j]:
    """The running newest calendar release of Neo4j."""
    yield from _genuine(servers.NEW, watchdog)


@pytest.fixture(scope="session")
def _lts(neo4j_lts: servers.Neo4j) -> Iterator[Store]:
    with neo4j_lts.store() as store:
        yield store


@pytest.fixture(scope="session")
def _new(neo4j_new: servers.Neo4j) -> Iterator[Store]:
    with neo4j_new.store() as store:
        yield store


def _wanted(name: str) -> None:
    if name not in _WANTED:
        pytest.skip(f"LPGRAPH_TEST_SERVERS leaves {name} out")


@pytest.fixture
def embedded_store(request: pytest.FixtureRequest) -> Store:
    """The embedded server with an empty graph."""
    return _empty("embedded", request)


@pytest.fixture
def neo4j_lts_store(request: pytest.FixtureRequest) -> Store:
    """Neo4j 5.26 LTS with an empty graph."""
    return _empty("lts", request)


@pytest.fixture
def neo4j_new_store(request: pytest.FixtureRequest) -> Store:
    """The newest calendar Neo4j with an empty graph."""
    return _empty("new", request)


@pytest.fixture(params=_ALL)
def any_store(request: pytest.FixtureRequest) -> Store:
    """Each of the three servers in turn, with an empty graph."""
    return _empty(request.param, request)


def _empty(name: str, request: pytest.FixtureRequest) -> Store:
    _wanted(name)
    store: Store = request.getfixturevalue(f"_{name}")
    servers.wipe(store)
    return store
