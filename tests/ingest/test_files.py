"""Files as they lie on a disk: twice under two names, packed and unpacked at once, in an old archive, gone."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from lpgraph.ingest import LoadOptions, Report, clock, load, loads
from lpgraph.store.graph import Store

pytestmark = pytest.mark.server
HEAD = "Order #,First Name,Last Name,Email,Event Name,Event Start Date,Attendee Status\n"
ROWS = HEAD + "1,Bo,Reed,bo@people.example.org,Housing Forum,2026-03-12,Checked In\n"
OLD = 1_700_000_000  # a moment of November 2023


def _load(store: Store, path: Path, **options: bool) -> list[Report]:
    return load(store, [path], LoadOptions(folder=path.parent / "home", **options))


def _counts(reports: list[Report]) -> list[tuple[str, int, int, int]]:
    return [(r.file, r.read, r.created, r.unchanged) for r in reports]


def test_the_same_file_twice_in_a_folder_is_decided_alike_without_writing(any_store: Store, tmp_path: Path) -> None:
    """A copy, and one that is packed too: a dry run says what the load says, and the second and third bring nothing."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(ROWS)
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("a.csv", ROWS)
    dry = _load(any_store, folder, dry_run=True)
    assert loads(any_store) == []
    made = _load(any_store, folder)
    assert _counts(dry) == _counts(made)
    assert [(r.created, r.unchanged) for r in made] == [(1, 0), (0, 1), (0, 1)]
    assert [r.same_as for r in made] == ["", made[0].load, made[0].load]


def test_a_packed_file_is_of_the_day_of_its_archive(embedded_store: Store, tmp_path: Path) -> None:
    """An old archive in a folder is not of today: what it says overwrites nothing newer."""
    folder = tmp_path / "files"
    folder.mkdir()
    with zipfile.ZipFile(folder / "old.zip", "w") as archive:
        archive.writestr("a.csv", ROWS)
    os.utime(folder / "old.zip", (OLD, OLD))
    _load(embedded_store, folder)
    assert [line.asOf[:7] for line in loads(embedded_store)] == ["2023-11"]


def test_a_file_of_headers_alone_and_one_that_went_are_refused(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each says so in a sentence; the file beside them is loaded."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.csv").write_text(HEAD)
    (folder / "b.csv").write_text(ROWS.replace("Bo", "Cy"))
    (folder / "c.csv").write_text(ROWS)
    seen = clock.changed

    def changed(paths: list[Path]) -> str:
        (folder / "b.csv").unlink(missing_ok=True)
        return seen(paths)

    monkeypatch.setattr(clock, "changed", changed)
    first, second, third = _load(embedded_store, folder)
    assert first.error == "files/a.csv: holds a header and no rows: is it the whole file?"
    assert second.error == "files/b.csv: is gone since it was found; load it again when it is there"
    assert (third.error, third.accepted) == (None, 1)
