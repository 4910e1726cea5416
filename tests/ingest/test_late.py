"""An older sheet of people or organizations says that it does not count, before it is loaded and after."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lpgraph.ingest import LoadOptions, Report, load
from lpgraph.store import Store

pytestmark = pytest.mark.server
PEOPLE, CAME = "person_id,name,title,do_not_introduce\n", "person,event,status\n"


def _load(store: Store, path: Path, text: str, as_of: str, *, dry_run: bool = False) -> Report:
    path.write_text(text)
    (report,) = load(store, [path], LoadOptions(path.parent, as_of=as_of, dry_run=dry_run))
    assert report.error is None
    return report


def test_an_older_sheet_says_so(embedded_store: Store, tmp_path: Path) -> None:
    """Who is described anew since is named in the check and in the load; who is not is new, and counts."""
    newer = f"{PEOPLE}p-7,Dana Whitlock,Director,\np-9,Cy Specimen,Clerk,\n"
    older = f"{PEOPLE}p-7,Dana Whitlock,Intern,\np-8,Ruth Example,Clerk,\np-9,Cy Specimen,Clerk,\n"
    assert not _load(embedded_store, tmp_path / "newer.csv", newer, "2026-03-01").older
    checked = _load(embedded_store, tmp_path / "older.csv", older, "2020-01-02", dry_run=True)
    done = _load(embedded_store, tmp_path / "older.csv", older, "2020-01-02")
    assert replace(checked, seconds=0) == replace(done, seconds=0, rejected_file="")
    assert (done.older, done.created, done.updated, done.unchanged) == (1, 1, 0, 2)
    assert "row 1 is older than what newer.csv says" in done.issues[0].reason
    newest = f"{PEOPLE}p-7,Dana Whitlock,Chair,\n"
    again = _load(embedded_store, tmp_path / "newest.csv", newest, "2026-04-01")
    assert (again.older, again.updated) == (0, 1)


def test_what_an_old_sheet_alone_says_counts(embedded_store: Store, tmp_path: Path) -> None:
    """That somebody came to an event is news however old the sheet: nothing is said against it."""
    came = "Dana Whitlock,{},attended\n"
    _load(embedded_store, tmp_path / "b.csv", CAME + came.format("Town Hall"), "2026-03-13")
    report = _load(embedded_store, tmp_path / "a.csv", CAME + came.format("Housing Forum"), "2020-01-02")
    assert (report.older, report.unchanged) == (0, 0)


def test_earlier_content_in_a_newer_file_is_said(embedded_store: Store, tmp_path: Path) -> None:
    """A sheet that goes back to what it said first writes nothing and says whose word stands; its day makes it so."""
    chair, clerk = (f"{PEOPLE}p-7,Dana Whitlock,{title},\n" for title in ("Chair", "Clerk"))
    said = []
    for day, (name, text) in enumerate((("a.csv", chair), ("a.csv", chair), ("b.csv", clerk), ("c.csv", chair)), 1):
        (tmp_path / name).write_text(text)
        os.utime(tmp_path / name, (1_770_000_000 + day * 86_400,) * 2)
        (report,) = load(embedded_store, [tmp_path / name], LoadOptions(tmp_path))
        said.append([one.reason for one in report.issues if "last word" in one.reason])
    assert said[:3] == [[], [], []]
    assert "b.csv" in said[3][0]
    assert embedded_store.read("explore_props:Person", id=_dana(embedded_store))[0]["props"]["title"] == "Clerk"
    (report,) = load(embedded_store, [tmp_path / "c.csv"], LoadOptions(tmp_path, as_of="2026-08-01"))
    assert not report.issues
    assert embedded_store.read("explore_props:Person", id=_dana(embedded_store))[0]["props"]["title"] == "Chair"


def _dana(store: Store) -> str:
    (row,) = store.read("search_words:Person", words=["dana"], limit=2)
    return str(row["id"])
