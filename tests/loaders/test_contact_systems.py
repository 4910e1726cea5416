"""NationBuilder's and CiviCRM's words for who is gone and who waits."""

from __future__ import annotations

import pytest

from loaders.base import Mention
from tests.loaders.test_sources_others import said


def test_nationbuilder_the_dead_are_nobody() -> None:
    """Who is marked deceased is said, and nobody is known by the row."""
    record: dict[str, object] = {"nationbuilder_id": "5", "first_name": "Ana", "last_name": "Example"}
    out = said("nationbuilder-people", {**record, "is_deceased": "true"}, {**record, "is_deceased": "false"})
    assert [len([d for d in row if isinstance(d, Mention)]) for row in out.rows] == [0, 1]
    assert out.flags[0][0] == 1


def test_nationbuilder_rsvps_of_the_export_have_their_day() -> None:
    """The export's own columns for the event's start and the signup are read."""
    record: dict[str, object] = {
        "event_id": "7", "event_name": "Forum", "event_starts_at": "2026-03-12T18:00:00-06:00",
        "signup_nationbuilder_id": "5", "first_name": "Ana", "last_name": "Example", "canceled": "false",
        "attendee": "true",
    }  # fmt: skip
    out = said("nationbuilder-rsvps", record)
    assert out.of("ATTENDED")[0].b.props["startAt"] == "2026-03-12T18:00:00"
    assert out.of("ATTENDED")[0].a.ident[:2] == ("signup", "5")


@pytest.mark.parametrize("status", ["On waitlist", "Awaiting approval", "Pending from waitlist"])
def test_civicrm_who_waits_is_not_registered(status: str) -> None:
    """A waiting list is no registration, as in every other source."""
    record: dict[str, object] = {
        "Event Title": "Forum", "Participant Status": status, "First Name": "Ana", "Last Name": "Example",
    }  # fmt: skip
    assert said("civicrm-participants", record).facts == []
