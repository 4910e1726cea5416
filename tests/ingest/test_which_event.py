"""``--event``: names a known event or makes one; what is only alike is asked before anything is written."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from lpgraph.errors import UsageError
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


@pytest.mark.parametrize(
    "text",
    [
        "Housing Forum, next tuesday", "Housing Forum next Tuesday", "Housing Forum, 3/12", "Housing Forum, 2026-02-30",
        "Housing Forum, 13/45/2026", "Housing Forum, Thursday",
        "Housing Forum, 12.03.2026", "Housing Forum (March 12)", "2026-03-12", "May 1, 2026",
    ],
)  # fmt: skip
def test_what_looks_like_a_day_and_is_none_is_refused(embedded_store: Store, report: Path, text: str) -> None:
    """Nothing is read or written before the day is one; the message says how it is written."""
    with pytest.raises(UsageError, match="2026-03-12"):
        _load(embedded_store, report, text, yes=True)
    assert events(embedded_store) == []


def test_a_month_names_the_only_event_of_that_month(any_store: Store, report: Path) -> None:
    """Title and month are enough where one event fits; in a month without one it is a new event of that month."""
    put(any_store, [Gathering("alpha")])
    assert _load(any_store, report, "Housing Forum, 2026-03").load
    assert len(events(any_store)) == 1

    assert _load(any_store, report, "Housing Forum, April 2026").load
    starts = sorted(row["props"].get("startAt", "") for row in
                    any_store.read("fingerprint_entities:Event", after="", limit=9))  # fmt: skip
    assert starts == ["2026-03-12", "2026-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Housing Forum, Denver", "Housing Forum 2026", "Housing Forum March 2026", "Housing", "Riverton Housing Forum",
        "Housing Forun", "Riverton Housing Forum, 2026-03", "Housing Forum at City Hall, March 2026",
    ],
)  # fmt: skip
def test_a_title_that_is_nearly_a_known_one_is_asked(embedded_store: Store, report: Path, text: str) -> None:
    """With something before or behind it, or a slip of the pen, and no day: nothing is written before the answer."""
    put(embedded_store, [Gathering("alpha")])
    before = fingerprint(embedded_store)
    made = _load(embedded_store, report, text)

    assert [choice.name for choice in made.choices] == ["Housing Forum"]
    assert made.unwritten
    assert fingerprint(embedded_store) == before
    assert _load(embedded_store, report, text, yes=True).load
    assert len(events(embedded_store)) == 2


def test_an_event_without_a_day_is_asked_about_when_its_day_is_said(embedded_store: Store, report: Path) -> None:
    """“Housing Forum” was loaded once without a day: with one it may be the same, and with another title it is not."""
    assert _load(embedded_store, report, "Housing Forum").load
    made = _load(embedded_store, report, "Housing Forum, 2026-03-12")
    assert [choice.day for choice in made.choices] == [""]
    assert _load(embedded_store, report, "Picnic, 2026-03-12").load
    assert len(events(embedded_store)) == 2


def test_one_word_with_a_number_is_a_title_until_an_id_is_known(embedded_store: Store, report: Path) -> None:
    """“Forum2026” could be an id of somebody's sheet; the event that it makes is called so, not nameless."""
    assert _load(embedded_store, report, "Forum2026").load
    (row,) = embedded_store.read("fingerprint_entities:Event", after="", limit=9)
    assert row["props"]["name"] == "Forum2026"
