"""``load --snapshot`` in the terminal: shown, asked, done, and what a program reads of it."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from lpgraph.cli import main

pytestmark = pytest.mark.server
COUNCIL = ("Ada Example", "Bo Sample", "Cy Specimen", "Dee Instance")


def _posts(path: Path, who: tuple[str, ...], day: int) -> str:
    with path.open("w", newline="", encoding="utf-8") as out:
        rows = [(name, "Example Council", "Council Member", "2023-01-01", "Denver, CO") for name in who]
        csv.writer(out).writerows([("person", "body", "role", "start", "area"), *rows])
    os.utime(path, (1_770_000_000 + day * 86_400,) * 2)
    return str(path)


def test_half_a_council_is_asked_about(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dry run exits as the load will, and names the bodies; without --yes exit 1, nothing written; with it exit 0."""
    old, new = _posts(tmp_path / "old.csv", COUNCIL, 1), _posts(tmp_path / "new.csv", COUNCIL[2:], 2)
    assert main(["load", old, "--snapshot"]) == 0
    assert main(["fingerprint"]) == 0
    before = capsys.readouterr().out.split()[-1]

    assert main(["load", new, "--snapshot", "--dry-run", "--yes"]) == 0
    capsys.readouterr()
    assert main(["load", new, "--snapshot", "--dry-run"]) == 1
    assert "2 of 4 (Ada Example, Bo Sample)" in capsys.readouterr().err
    assert main(["load", new, "--snapshot", "--json"]) == 1
    shown = capsys.readouterr()
    (asked,) = json.loads(shown.out)
    assert asked["missing_reported"] == 2
    assert asked["missing"] == [
        {"body": "Example Council", "state": "CO", "had": 4, "gone": 2, "names": ["Ada Example", "Bo Sample"]}
    ]
    assert "--yes" in asked["error"]
    assert "nothing was written" in shown.err
    assert main(["fingerprint"]) == 0
    assert capsys.readouterr().out.split()[-1] == before

    assert main(["load", new, "--snapshot", "--yes", "--json"]) == 0
    (done,) = json.loads(capsys.readouterr().out)
    assert done["missing_reported"] == 2
    assert "error" not in done
    assert main(["undo", done["load"]]) == 0
    assert main(["fingerprint"]) == 0
    assert capsys.readouterr().out.split()[-1] == before
