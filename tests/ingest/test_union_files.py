"""A register of unions and a list of strikes in one graph: what joins depends on what is there, not on the order."""

from __future__ import annotations

import json
import os
from itertools import permutations
from pathlib import Path

import pytest

from lpgraph.ingest import LoadOptions, fingerprint, load, review, undo
from lpgraph.model import Label
from lpgraph.store.graph import Store
from tests.servers import wipe

pytestmark = pytest.mark.server
STRIKES = """Employer,Union,Union Local,Case Number,BU,NAICS,Industry,"City, State",# Idled,Start Date,End Date,Duration
Example Mill,UFCW 9437,,2026EX000001,,,Manufacturing,"Toledo, OH",27.0,2026-01-05,2026-01-15,
Example Bakery,UFCW 9437,,2026EX000002,,,Manufacturing,"Erie, PA",27.0,2026-02-05,2026-02-15,
Example Dairy,UFCW 9437-A,,2026EX000003,,,Manufacturing,"Toledo, OH",27.0,2026-03-05,2026-03-15,
Example Steel,IAM 37,,2026EX000004,,,Manufacturing,"Akron, OH",12.0,2026-04-05,2026-04-15,
"""
REGISTER = json.dumps({"UFCW|9437": [990101], "IAM|37": [990102]})
SECOND = json.dumps({"UFCW|9437": [990103]})


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The three files, of one age."""
    found = {}
    for name, text in (("strikes.csv", STRIKES), ("register.json", REGISTER), ("second.json", SECOND)):
        found[name] = tmp_path / name
        found[name].write_text(text, encoding="utf-8")
        os.utime(found[name], (1_770_000_000,) * 2)
    return found


def put(store: Store, path: Path) -> str:
    """Load one file; the load's id."""
    (report,) = load(store, [path], LoadOptions(folder=path.parent))
    assert not report.error
    assert report.rejected == 0
    return report.load


def told(store: Store) -> tuple[set[frozenset[str]], list[str]]:
    """The records' names that are one organization's, and the evidence of what is asked about organizations."""
    groups: dict[str, set[str]] = {}
    for row in store.read("mention_pages", after="", limit=999):
        if row["label"] == Label.ORGANIZATION:
            groups.setdefault(row["entity"], set()).add(json.loads(row["data"])["props"]["name"])
    asked = [review.question(store, pair).evidence for pair in review.pairs(store, label=Label.ORGANIZATION)]
    return {frozenset(names) for names in groups.values() if len(names) > 1}, asked


def test_a_register_joins_in_any_order_and_a_second_bearer_parts(embedded_store: Store, files: dict[str, Path]) -> None:
    """The one file number of a local is the local that struck, in both states; another one leaves all apart, and goes
    without a trace; a low number of an international with numbered districts is asked, with why."""
    store, seen = embedded_store, set()
    for order in (["strikes.csv", "register.json"], ["register.json", "strikes.csv"]):
        wipe(store)
        for name in order:
            put(store, files[name])
        seen.add(fingerprint(store))
        groups, asked = told(store)
        assert groups == {frozenset({"UFCW Local 9437", "UFCW 9437 (file number 990101)"})}
        assert len(asked) == 1
        assert "numbers districts too" in asked[0]
    (before,) = seen
    for order in list(permutations(files))[::2]:
        wipe(store)
        loads = {name: put(store, files[name]) for name in order}
        groups, asked = told(store)
        assert groups == set()
        assert len(asked) == 1
        seen.add(fingerprint(store))
    assert len(seen) == 2
    undo(store, loads["second.json"])
    assert fingerprint(store) == before
