"""The table of real files in ``docs/loaders.md``: every file that the list of real files names stands in it."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from loaders.docs import SURVEY
from loaders.walk import passed_over

DATA = Path(os.environ.get("REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))


def _told() -> list[str]:
    """The first cells of the table."""
    lines = SURVEY.read_text(encoding="utf-8").splitlines()[2:]
    return [line.split(" | ")[0].removeprefix("| ") for line in lines]


def _stands(file: str, told: list[str]) -> bool:
    """Whether a file has a line: its own, that of what is packed in it, or one that it shares with its folder."""
    folder, _, name = file.rpartition("/")
    if not name:  # a folder: something in it
        return any(cell.startswith(f"data/{folder}/") for cell in told)
    shared = f"data/{folder}/*{Path(name).suffix} ("
    return any(cell == f"data/{file}" or cell.startswith((f"data/{file}/", f"data/{file} (", shared)) for cell in told)


def _is_note(file: str) -> bool:
    return passed_over(Path(file).name) == "a note about the data"


def test_every_listed_file_is_named() -> None:
    """Each file of the list of real files loads, is mapped, is refused or is passed over: the table says which."""
    if not (DATA / "MANIFEST.csv").is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{DATA} is missing: CI must see the real files")
        pytest.skip(f"no real data at {DATA}: set REAL_DATA")
    with (DATA / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        listed = [f"{row['source']}/{row['file'].partition('/')[2]}" for row in csv.DictReader(file)]
    told = _told()
    notes = told[-1].removesuffix(" (in any folder)").split(", ")
    missing = [f for f in listed if not (Path(f).name in notes if _is_note(f) else _stands(f, told))]
    assert len(listed) > 100
    assert missing == []


def test_every_line_says_what_became() -> None:
    """No line is without an answer; where rows were read, each of them was accepted or rejected."""
    for line in SURVEY.read_text(encoding="utf-8").splitlines()[2:]:
        cells = [c.strip() for c in line.replace("\\|", "/").strip("|").split("|")]
        assert len(cells) == 5, line
        assert cells[1], line
        read, accepted, rejected = (int(c.replace(",", "") or 0) for c in cells[2:])
        assert read == accepted + rejected, line
        assert cells[2] or cells[1].startswith(("refused: ", "passed over: ")), line
