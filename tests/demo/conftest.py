"""The generated files, once for all tests of the demo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lpgraph.demo.build import SEED, build
from lpgraph.demo.world import World
from lpgraph.demo.writing import write_files
from tests.demo.reading import Files

DAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def world() -> World:
    """The network as of one day."""
    return build(DAY)


@pytest.fixture(scope="session")
def folder(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The network written down."""
    folder = tmp_path_factory.mktemp("fiction") / "files"
    write_files(folder, world, SEED)
    return folder


@pytest.fixture(scope="session")
def files(folder: Path) -> Files:
    """The files as plain tables."""
    return Files(folder)
