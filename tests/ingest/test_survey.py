"""The survey of a folder: what would become of each file, counted as a dry run counts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loaders.registry import SOURCES
from lpgraph.ingest.survey import main, markdown, survey
from tests.loaders.test_sources import sample

SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"


def test_every_sample_loads_whole(tmp_path: Path) -> None:
    """Each shipped sample, named as in life, is known by its header, and none of its five rows is refused."""
    for source in SOURCES:
        path = sample(source, tmp_path)
        if path.parent != tmp_path:
            shutil.copy(path, tmp_path)
    lines = survey(tmp_path)
    assert len(lines) == len(list(SAMPLES.iterdir()))
    assert {(line.read, line.accepted, line.rejected) for line in lines} == {(5, 5, 0)}
    assert all(line.became.startswith("`") for line in lines)


def test_what_cannot_be_loaded_says_why(tmp_path: Path) -> None:
    """Refused files, mappings that would lose every row, and formats that are not read each have their reason."""
    (tmp_path / "broken.csv").write_text('a,b\n"1,2\n')
    (tmp_path / "codes.csv").write_text("code,description\nA,arts\nB,books\n")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "README.md").write_text("notes")
    said = {Path(line.file).name: line.became for line in survey(tmp_path)}
    assert set(said) == {"broken.csv", "codes.csv", "photo.jpg", "README.md (in any folder)"}
    assert said["broken.csv"].startswith("refused: ")
    assert said["codes.csv"].startswith("no row can be loaded")
    assert said["photo.jpg"].startswith("passed over: ")


def test_nothing_is_written_beside_the_files(tmp_path: Path) -> None:
    """A survey leaves a folder as it was, proposals included."""
    (tmp_path / "sheet.csv").write_text("Full Name,Shoe\nAna Lopez,38\n")
    assert survey(tmp_path)[0].became.startswith("mapping proposed")
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.csv"]


def test_files_alike_share_a_line(tmp_path: Path) -> None:
    """Nine files of one kind are one line with their counts added up, and no cell can break the table."""
    for number in range(9):
        (tmp_path / f"list{number}.csv").write_text(f"name,primary_ext,blurb\nAna|{number},Person,x\nB,Org,y\n")
    table = markdown(survey(tmp_path))
    assert len(table.splitlines()) == 3
    assert "(9 files) | `littlesis-list` | 18 | 18 | 0 |" in table


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints the table or writes it to a file, and says how it is used when it is not."""
    assert main([str(SAMPLES)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("| file |")
    assert main([str(SAMPLES), "--into", str(tmp_path / "t.md")]) == 0
    assert (tmp_path / "t.md").read_text(encoding="utf-8") == printed
    assert main([]) == 2
