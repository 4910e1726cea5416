"""``--event``: names a known event or makes one; what is only alike is asked before anything is written."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from lpgraph.ingest import LoadOptions, Report, fingerprint, load, review, undo
from lpgraph.model import Label
from lpgraph.store.graph import Store
from tests.ingest.test_events import Gathering, asked, events, put

pytestmark = pytest.mark.server


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """An attendee report that does not name its event."""
    path = tmp_path / "report.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Order #", "First Name", "Last Name", "Email", "Attendee Status"))
        out.writerow(("77", "Bo", "Reed", "bo@people.example.org", "Checked In"))
    return path


def _load(store: Store, path: Path, event: str, **options: Any) -> Report:
    (made,) = load(store, [path], LoadOptions(folder=path.parent, event=event, as_of="2026-04-02", **options))
    assert made.error is None
    return made


def test_title_and_day_name_the_event_of_another_source(any_store: Store, report: Path) -> None:
    """Nothing is asked and nothing doubled; taking the load back leaves what was there."""
    put(any_store, [Gathering("alpha")])
    before = fingerprint(any_store)
    made = _load(any_store, report, "housing forum, 2026-03-12")

    assert len(events(any_store)) == 1
    assert asked(any_store) == []
    undo(any_store, made.load)
    assert fingerprint(any_store) == before


@pytest.mark.parametrize("text", ["Housing Forum", "id"])
def test_a_title_alone_or_an_id_names_the_event(embedded_store: Store, report: Path, text: str) -> None:
    """The only event of a title needs no day; an id always says which."""
    put(embedded_store, [Gathering("alpha"), Gathering("alpha", "Picnic", "2")])
    names = {row["props"]["name"]: row["props"]["id"]
             for row in embedded_store.read("fingerprint_entities:Event", after="", limit=9)}  # fmt: skip
    made = _load(embedded_store, report, names["Housing Forum"] if text == "id" else text)

    assert made.load
    assert len(events(embedded_store)) == 2


def test_a_near_match_is_asked_and_yes_makes_a_new_one_for_good(any_store: Store, report: Path) -> None:
    """Nothing is written before the answer; ``--yes`` is kept as an answer, so that nobody is asked again."""
    put(any_store, [Gathering("alpha", "Riverton Housing Forum")])
    before = fingerprint(any_store)
    made = _load(any_store, report, "Housing Forum, 2026-03-12")

    assert [choice.name for choice in made.choices] == ["Riverton Housing Forum"]
    assert made.unwritten
    assert fingerprint(any_store) == before
    dry = _load(any_store, report, "Housing Forum, 2026-03-12", dry_run=True)
    assert (len(dry.choices), dry.read) == (1, 1)
    assert _load(any_store, report, "Housing Forum, 2026-03-12", yes=True).load
    assert len(events(any_store)) == 2
    assert review.pairs(any_store, "sam", Label.EVENT) == []


def test_the_answer_by_id_loads_into_that_event(embedded_store: Store, report: Path) -> None:
    """Of two events of one title on one day a person says which; the other stays as it is."""
    put(embedded_store, [Gathering("alpha")])
    put(embedded_store, [Gathering("beta")])
    made = _load(embedded_store, report, "Housing Forum, 2026-03-12")
    assert len(made.choices) == 2

    assert _load(embedded_store, report, made.choices[0].id).load
    assert len(events(embedded_store)) == 2
