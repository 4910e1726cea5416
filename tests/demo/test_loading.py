"""The fictional network in its graph: loaded once, found again at once, and never in the user's own graph."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lpgraph.demo import Demo, demo_settings, load_demo
from lpgraph.explore import search
from lpgraph.settings import load_settings
from lpgraph.store import embedded, open_store
from tests.demo.conftest import DAY

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A user's home; the demo's server in it is stopped afterwards."""
    home = tmp_path_factory.mktemp("user")
    yield home
    embedded.stop(demo_settings(load_settings(home=home)).home)


@pytest.fixture(scope="module")
def demo(home: Path) -> Demo:
    """The demo, loaded for the first time."""
    return load_demo(load_settings(home=home), as_of=DAY)


def test_every_row_is_taken(demo: Demo) -> None:
    """No row is refused or flagged, and every file has a load of its own."""
    assert {
        (r.file, r.rejected, r.flagged, r.error) for r in demo.reports if r.rejected or r.flagged or r.error
    } == set()
    assert len({r.load for r in demo.reports}) == len(demo.reports) >= 18


def test_the_graph_holds_the_network(demo: Demo, home: Path) -> None:
    """The people of the stories are found, each once but for the name that two share."""
    with open_store(demo.settings, reader=True) as store:
        for name, count in (("Noemi Castellan", 1), ("Robert Linden", 1), ("Maria Santos", 2)):
            hits = [hit for hit in search.search(store, name) if hit.name == name]
            assert len(hits) == count, name
    assert demo.settings.home != home


def test_the_second_time_is_quick(demo: Demo, home: Path) -> None:
    """A demo that stands is not loaded again; its stories are those of the day on which it was made."""
    began = time.monotonic()
    again = load_demo(load_settings(home=home), as_of=DAY + timedelta(days=3))

    assert again.reports == ()
    assert (again.as_of, again.stories) == (DAY, demo.stories)
    assert time.monotonic() - began < 5


def test_the_users_own_neo4j_is_left_alone(tmp_path: Path) -> None:
    """Whatever the settings say, the demo's graph is the embedded one below the home."""
    own = demo_settings(load_settings(home=tmp_path, uri="bolt://127.0.0.1:1"))

    assert own.embedded
    assert own.home.parent == tmp_path
