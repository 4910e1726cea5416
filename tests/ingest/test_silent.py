"""Rows that say nothing of an event (refunded, declined, denied): counted, named and written down, in every source."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from loaders import (
    civicrm_participants,
    eventbrite_attendees,
    everyaction_signups,
    mobilize_attendances,
    nationbuilder_rsvps,
    osdi_events,
    zoom_participants,
    zoom_webinars,
)
from loaders.base import SILENT, Context, Row, Source
from loaders.registry import SOURCES
from lpgraph.cli import files
from lpgraph.dashboard import views_data
from lpgraph.ingest import LoadOptions, Report, load, quarantine
from lpgraph.ingest.sheet import Sheet
from lpgraph.store.graph import Store

_SIGNUP = {
    "eventSignupId": "9", "vanId": "7", "firstName": "Bo", "lastName": "Reed", "event_eventId": "4",
    "event_name": "Housing Forum",
}  # fmt: skip
_CIVI = {"Contact ID": "7", "Display Name": "Bo Reed", "Event Title": "Housing Forum"}
_BRITE = {"Order #": "1", "First Name": "Bo", "Last Name": "Reed", "Email": "bo@people.example.org"}
_MOBILIZE = {
    "id": 1, "person": {"user_id": 7, "given_name": "Bo", "family_name": "Reed"},
    "event": {"id": 4, "title": "Housing Forum"}, "timeslot": {"id": 5},
}  # fmt: skip
_NATION = {
    "first_name": "Bo", "last_name": "Reed", "email": "bo@people.example.org", "event_id": "4", "attendee": "false",
    "canceled": "false",
}  # fmt: skip
_OSDI = {"action_network:person_id": "a-1", "action_network:event_id": "e-1", "attended": "false"}
_WEBINAR = {
    "Attended": "No", "User Name (Original Name)": "Bo Reed", "First Name": "Bo", "Last Name": "Reed",
    "Email": "bo@people.example.org", "Registration Time": "Mar 12, 2026 18:00",
}  # fmt: skip
_ZOOM = {"Name (Original Name)": "Bo Reed", "User Email": "", "Duration (Minutes)": "3"}
_TEMPLATE = {"event": "Housing Forum (2026-03-12)", "person": "Bo Reed", "email": "bo@people.example.org"}
_ATTENDANCE = next(source for source in SOURCES if source.name == "lpgraph-attendance")


def _read(source: Source, record: dict[str, Any]) -> Sheet:
    sheet = Sheet(source)
    sheet.add(Row(record, "test.csv", 1, 2), Context("2026-04-01T00:00:00Z", "Housing Forum, 2026-03-12"))
    return sheet


@pytest.mark.parametrize(
    ("source", "record", "silent", "speaking"),
    [
        (everyaction_signups.SOURCE, _SIGNUP, ("status_name", "Invited"), "Scheduled"),
        (everyaction_signups.SOURCE, _SIGNUP, ("status_name", "Declined"), "Completed"),
        (civicrm_participants.SOURCE, _CIVI, ("Participant Status", "Cancelled"), "Registered"),
        (eventbrite_attendees.SOURCE, _BRITE, ("Attendee Status", "Refunded"), "Attending"),
        (eventbrite_attendees.SOURCE, _BRITE, ("Attendee Status", "Not Attending"), "Checked In"),
        (mobilize_attendances.SOURCE, _MOBILIZE, ("status", "CANCELLED"), "REGISTERED"),
        (mobilize_attendances.SOURCE, _MOBILIZE, ("status", ""), "CONFIRMED"),
        (nationbuilder_rsvps.SOURCE, _NATION, ("canceled", "true"), "false"),
        (osdi_events.ATTENDANCES, _OSDI, ("status", "declined"), "accepted"),
        (zoom_webinars.ATTENDEES, _WEBINAR, ("Approval Status", "denied"), "approved"),
        (zoom_participants.SOURCE, _ZOOM, ("In Waiting Room", "Yes"), "No"),
        (_ATTENDANCE, _TEMPLATE, ("status", "cancelled"), "registered"),
    ],
)
def test_a_row_without_a_word_of_the_event_is_named(
    source: Source, record: dict[str, Any], silent: tuple[str, str], speaking: str
) -> None:
    """It is accepted, not flagged, and there is one line about it; a row that says something has none."""
    column, word = silent
    sheet = _read(source, record | {column: word})
    said = [issue for issue in sheet.issues if issue.kind == SILENT]
    assert not [fact for fact in sheet.facts.values() if fact.type.startswith(("ATTENDED", "REGISTERED_FOR"))]
    assert [(issue.row, issue.refused) for issue in said] == [(1, False)]
    assert (sheet.read, sheet.rejected, sheet.flagged) == (1, 0, 0)

    spoken = _read(source, record | {column: speaking})
    assert [fact for fact in spoken.facts.values() if fact.type.startswith(("ATTENDED", "REGISTERED_FOR"))]
    assert not [issue for issue in spoken.issues if issue.kind == SILENT]


def test_the_lines_come_back_from_the_file_that_keeps_them(tmp_path: Path) -> None:
    """What kind of a remark it is is written too; a file of an earlier version, which has no such column, is read."""
    sheet = _read(eventbrite_attendees.SOURCE, _BRITE | {"Attendee Status": "Refunded"})
    path = quarantine.write(tmp_path, "load-1", sheet.issues)
    assert quarantine.read(tmp_path, "load-1") == sheet.issues
    with path.open(encoding="utf-8", newline="") as file:
        cells = [row[:-1] for row in csv.reader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(cells)
    assert [(one.row, one.kind) for one in quarantine.read(tmp_path, "load-1") or ()] == [(1, "")]


def _report(folder: Path, statuses: Sequence[str]) -> Path:
    path = folder / "report.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Order #", "First Name", "Last Name", "Email", "Attendee Status"))
        for number, status in enumerate(statuses, 1):
            out.writerow((str(number), f"Bo{number}", "Reed", f"bo{number}@people.example.org", status))
    return path


def _told(report: Report, capsys: pytest.CaptureFixture[str]) -> str:
    files._tell(report)
    return capsys.readouterr().err


@pytest.mark.server
def test_a_load_says_how_many_and_which(
    embedded_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the report, in --json, in the terminal, on screen and in the file of its rows; the second time too, and where
    that file is lost. The counts add up as ever."""
    path = _report(tmp_path, ("Attending", "Refunded", "Checked In", "Refunded", "Not Attending"))
    options = LoadOptions(folder=tmp_path, event="Housing Forum, 2026-03-12", as_of="2026-04-01")
    for lost in (False, False, True):
        if lost:
            for kept in (tmp_path / "rejected").iterdir():
                kept.unlink()
        (made,) = load(embedded_store, [path], options)
        assert (made.read, made.accepted, made.rejected, made.flagged) == (5, 5, 0, 0)
        assert made.accepted == made.created + made.updated + made.unchanged + made.merged
        assert made.as_json()["silent"] == {"Refunded": 2, "Not Attending": 1}
        assert made.silent_rows == [2, 4, 5]
        said = _told(made, capsys)
        assert "3 rows say nothing of an event (2 “Refunded”, 1 “Not Attending”): row 2, 4, 5" in said
        assert made.rejected_file in said
        assert Path(made.rejected_file).read_text(encoding="utf-8").count("nothing of an event") == 3
        shown = views_data.result(made)
        assert shown.ok
        assert [row["row"] for row in shown.silent] == [2, 4, 5]
        assert any("2 “Refunded”" in line for line in shown.lines)
