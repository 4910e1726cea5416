"""The record of introductions on screen: the board, one record from suggested to outcome, and Today."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lpgraph.dashboard import views_board, words
from lpgraph.dashboard.keys import Key
from lpgraph.introductions.book import One, Record
from lpgraph.introductions.record import Change, Plan
from tests.dashboard.fake_introducing import ADDRESSES, DAY
from tests.dashboard.fakes import DIAZ, HOSTILE_PERSON, HOSTILE_UNION, REYES, VEGA, FakeBackend
from tests.dashboard.test_screens import opened, texts, unfilled

WALK = ("approved", "asked_a", "yes_a", "asked_b", "yes_b", "introduced", "met", "useful")


def begun(backend: FakeBackend, **more: Any) -> Record:
    """Vega and Diaz, through Reyes, Sam sees to it."""
    said = backend.introducing.begin(Plan(VEGA, DIAZ, broker=REYES, owner="Sam Staff", **more), "Sam Staff")
    return backend.introducing.records[said.id]


def everything(at: AppTest) -> str:
    """All that a page says, drafts and links too."""
    links = [str(link.proto.url) for link in at.get("link_button")]
    return "\n".join([texts(at), *(c.value for c in at.code), *(e.label for e in at.expander), *links])


def test_an_introduction_begins_at_a_card() -> None:
    """“Introduce” opens the form with the suggested broker; what is begun is on the board, and undo takes it off."""
    backend = FakeBackend()
    at = opened("introductions", backend)
    at.button(Key.INTRODUCE.of(DIAZ)).click().run()
    assert at.selectbox(Key.INTRODUCE_BROKER).value == REYES
    at.text_input(Key.INTRODUCE_OWNER).set_value("Kim")
    at.button(Key.INTRODUCE_BEGIN).click().run()

    record = backend.book().records[0]
    assert (record.a.id, record.b.id, record.broker.id, record.owner.name) == (VEGA, DIAZ, REYES, "Kim")
    assert record.due == "2026-12-06"
    at.button(Key.UNDO).click().run()
    assert backend.book().records == ()


@pytest.mark.parametrize("event", ["already_know", "bad_time", "not_relevant"])
def test_a_card_is_answered_with_a_reason(event: str) -> None:
    """Each answer to “Why not?” ends the pair at once with its own reason, and can be undone."""
    backend = FakeBackend()
    at = opened("introductions", backend)
    at.button(Key.WHY_CARD.of(DIAZ)).click().run()
    at.button(Key.ANSWER.of(f"{event}:{DIAZ}")).click().run()

    assert backend.book().records[0].because == event.replace("_", " ")
    assert not [b for b in at.button if b.key == Key.INTRODUCE.of(DIAZ)]
    at.button(Key.UNDO).click().run()
    assert [b for b in at.button if b.key == Key.INTRODUCE.of(DIAZ)]


def test_a_record_goes_from_suggested_to_outcome() -> None:
    """The first button is always the next step; no address is on the page before both said yes."""
    backend = FakeBackend()
    record = begun(backend)
    for event in WALK:
        at = opened("introductions", backend, None, introduction=record.id)
        assert not at.exception and unfilled(at) == []
        now = backend.introducing.records[record.id]
        seen = [address for address in ADDRESSES if address in everything(at)]
        if now.both_yes and now.status in ("accepted", "introduced"):
            assert seen == list(ADDRESSES)
        else:
            assert seen == []
        at.button(Key.STEP.of(event)).click().run()
        assert backend.introducing.told[record.id][-1][0].event == event
    assert backend.introducing.records[record.id].outcome == "useful"
    at.button(Key.STEP_UNDO).click().run()
    assert backend.introducing.records[record.id].status == "met"


def test_a_no_is_not_told() -> None:
    """After “not now” the page says neither who declined nor anything to write, and the board keeps it folded."""
    backend = FakeBackend()
    record = begun(backend)
    for event in ("approved", "asked_a"):
        backend.introducing.step(backend.introducing.records[record.id], event, Change(), "Sam")
    at = opened("introductions", backend, None, introduction=record.id)
    at.button(Key.REFUSE.of("declined")).click().run()

    assert backend.introducing.records[record.id].status == "declined"
    assert not at.code
    at = opened("introductions", backend, None)
    assert [e.label for e in at.expander] == [f"{words.STAGE_WORDS['declined']}: 1"]


def test_what_a_gate_stops_offers_no_step_and_no_text() -> None:
    """With a side who must not be contacted by now, only the ends and a note are left."""
    backend = FakeBackend()
    record = begun(backend)
    backend.introducing.stopped = ["Tomás Diaz must not be contacted."]
    at = opened("introductions", backend, None, introduction=record.id)

    assert "must not be contacted" in at.warning[0].value.replace("\\", "")
    assert [b.key for b in at.button if b.key and b.key.startswith("step:")] == [Key.STEP.of("note")]
    assert not at.code


def test_an_unknown_record_is_said_in_words() -> None:
    """A link to an introduction that was taken back says so."""
    at = opened("introductions", FakeBackend(), None, introduction="introduction/gone")
    assert words.RECORD_GONE in texts(at)


def test_the_board_is_for_one_owner_or_all() -> None:
    """Whose introductions are looked at is a choice; hostile names are shown as they are written."""
    backend = FakeBackend()
    begun(backend)
    backend.introducing.begin(Plan(HOSTILE_PERSON, HOSTILE_UNION, owner="Kim"), "Kim")
    at = opened("introductions", backend, None)
    assert len([b for b in at.button if b.key and b.key.startswith("open-record")]) == 2
    at.selectbox(Key.WHOSE).set_value("Kim").run()
    assert len([b for b in at.button if b.key and b.key.startswith("open-record")]) == 1


def test_today_has_what_waits_and_whom_to_meet() -> None:
    """Today opens a waiting introduction, a suggestion, the questions; each list that was shown is noted once."""
    backend = FakeBackend()
    record = begun(backend, due="2026-11-20")
    at = opened("today", backend, None)
    assert words.TODAY_LATE.format(day="20 Nov 2026") in texts(at).replace("\\", "")
    assert "Ana Reyes knows Marisol Vega" in texts(at)
    assert [s.where for s in backend.introducing.shown] == ["today"]
    at.run()
    assert len(backend.introducing.shown) == 1
    at.button(Key.OPEN_RECORD.of(record.id)).click().run()
    assert at.session_state["went"] == ("introductions", record.id)


def test_today_says_what_would_fill_it() -> None:
    """With nothing waiting, a sentence says how to begin; an empty store leads to the loads."""
    at = opened("today", FakeBackend(), None)
    assert words.TODAY_NOTHING_WAITS in texts(at)
    at = opened("today", FakeBackend(empty=True), None)
    assert words.EMPTY_STORE in texts(at)


def test_what_is_due_first_is_on_top() -> None:
    """By due day, then those without one; a stage without introductions is left out."""
    one = One("person/a", "A", "Person")
    records = [
        Record(f"introduction/{i}", "suggested", one, One("person/b", "B", "Person"), due=due, begun=DAY)
        for i, due in enumerate(("", "2026-12-02", "2026-11-30"))
    ]
    stages = views_board.stages(records, DAY)
    assert [stage.status for stage in stages] == ["suggested"]
    assert [row.id[-1] for row in stages[0].rows] == ["2", "1", "0"]
