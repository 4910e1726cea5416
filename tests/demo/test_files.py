"""The fictional network as files: stable to the byte, and read by the real loaders without a word of complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.base import Context
from loaders.recognise import gather
from loaders.registry import SOURCES
from lpgraph.demo.build import SEED
from lpgraph.demo.world import World
from lpgraph.demo.writing import Step, write_files
from lpgraph.ingest.sheet import Sheet, close

# Every file of the folder and the source that must recognise it.
EXPECTED = {
    "people.csv": "lpgraph-people",
    "organizations.csv": "lpgraph-organizations",
    "unions.csv": "lpgraph-unions",
    "posts.csv": "lpgraph-posts",
    "events.csv": "lpgraph-events",
    "attendance.csv": "lpgraph-attendance",
    "campaigns.csv": "lpgraph-campaigns",
    "involvement.csv": "lpgraph-involvement",
    "ties.csv": "lpgraph-ties",
    "measures.csv": "lpgraph-measures",
    "resources.csv": "lpgraph-resources",
    "experts.csv": "lpgraph-experts",
}


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_files_are_stable(world: World, folder: Path, tmp_path: Path) -> None:
    """Writing the same network again gives the same bytes, so that loading it again writes nothing."""
    write_files(tmp_path / "again", world, SEED)

    assert contents(tmp_path / "again") == contents(folder)
    assert len(contents(folder)) > 20


@pytest.fixture(scope="module")
def steps(world: World, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """How the files are to be loaded."""
    return write_files(tmp_path_factory.mktemp("steps") / "files", world, SEED)


def test_every_file_is_loaded_once(steps: list[Step]) -> None:
    """No file is written for nothing, none is loaded twice."""
    named = [path.name for step in steps for path in step.files]
    written = {path.name for path in steps[0].files[0].parent.iterdir() if not path.name.endswith(".toml")}

    assert sorted(named) == sorted(written)


def test_the_loaders_take_every_row(steps: list[Step]) -> None:
    """Each file is recognised by its header, and each row is accepted without a flag."""
    seen = {}
    for step in steps:
        found = gather(step.files, SOURCES, map_=step.map)
        assert [str(why) for why in found.refused] == []
        assert [str(why) for _, why in found.unknown] == []
        for unit in found.units:
            sheet = Sheet(unit.source)
            for opened in unit.files:
                for row in opened.rows():
                    sheet.add(row, Context(world_day(), step.event, opened.preamble))
            close(sheet)
            seen[unit.files[0].name] = unit.source.name
            assert (unit.name, [(i.row, i.column, i.reason) for i in sheet.issues]) == (unit.name, [])
            assert unit.count > 0

    assert {name: seen.get(name) for name in EXPECTED} == EXPECTED


def world_day() -> str:
    """The date-time that the files are as of."""
    return "2026-11-24T00:00:00Z"
