"""The screen of who is who: it asks one question at a time, does what is answered, and takes it back."""

from __future__ import annotations

import re
from dataclasses import replace

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Kept, Key
from tests.dashboard.fakes import DIAZ, HOSTILE_PERSON, REYES, VEGA, FakeBackend
from tests.dashboard.test_screens import opened, texts, unfilled


def test_both_records_stand_side_by_side_with_their_evidence() -> None:
    """The evidence in words, what each says, whether it agrees, and what will follow."""
    at = opened("review", FakeBackend(), None)
    said = texts(at).replace("\\", "")

    assert "Same phone" in said
    assert "first names Bill / William" in said
    assert "303-555-0123" in said
    assert "About 72% of such pairs are" in said
    assert "3 attendances and 1 office of Ana Reyes" in said
    assert "2 questions to answer" in said


def test_an_answer_goes_on_to_the_next_question_and_can_be_undone() -> None:
    """Same joins the two and asks about the next; undo brings the question back."""
    backend = FakeBackend()
    at = opened("review", backend, None)
    at.button(Key.REVIEW_SAME).click().run()

    assert backend.answers_given == {"d1": (VEGA, REYES, "same")}
    assert "Marisol Vega and Ana Reyes are one now" in texts(at)
    assert "1 question to answer" in texts(at)
    at.button(Key.REVIEW_UNDO).click().run()
    assert backend.answers_given == {}
    assert "2 questions to answer" in texts(at)


def test_an_earlier_answer_is_named_and_only_a_second_word_takes_its_place() -> None:
    """Who said otherwise and when is shown; nothing is written until it is confirmed."""
    backend = FakeBackend(earlier="different")
    at = opened("review", backend, None)
    at.button(Key.REVIEW_SAME).click().run()

    assert backend.answers_given == {}
    assert "ana said" in texts(at).replace("\\", "")
    at.button(Key.REVIEW_SURE).click().run()
    assert backend.answers_given == {"d1": (VEGA, REYES, "same")}


def test_hostile_names_stay_text() -> None:
    """A question about a hostile name draws it as text, never as a picture or link."""
    backend = FakeBackend(answers_given={"d0": (VEGA, REYES, "different")})
    at = opened("review", backend, None)

    assert any("img src" in m.value for m in at.markdown)
    assert not any(re.search(r"(?<!\\)(<img|!\[)", m.value) for m in (*at.markdown, *at.caption))
    assert unfilled(at) == []
    at.button(Key.REVIEW_SKIP).click().run()
    assert backend.answers_given["d1"] == (HOSTILE_PERSON, DIAZ, "skipped")
    assert words.REVIEW_NONE in texts(at)


def test_the_keys_answer_and_the_data_screen_leads_here() -> None:
    """S, D and K are the buttons' keys; the Data screen counts the questions and opens this one."""
    at = opened("review", FakeBackend(), None)
    assert [at.button(k).proto.shortcut for k in (Key.REVIEW_SAME, Key.REVIEW_DIFFERENT, Key.REVIEW_SKIP)] == [
        "s",
        "d",
        "k",
    ]
    data = opened("data", FakeBackend(), None)
    data.button(Key.REVIEW_OPEN).click().run()
    assert data.session_state["went"] == ("review", "")
    assert Kept.REVIEW_AGAINST not in at.session_state


def test_an_answer_of_long_ago_can_be_taken_back_on_the_page() -> None:
    """Answers so far stand below with who gave them and when; each is taken back by its own button."""
    backend = FakeBackend(answers_given={"d0": (VEGA, REYES, "same")})
    at = opened("review", backend, None)

    assert "are one: sam, 22 Nov 2026, 14:05" in texts(at)
    at.button(Key.REVIEW_TAKE_BACK.of("d0")).click().run()
    assert backend.answers_given == {}
    assert "2 questions to answer" in texts(at)


def test_what_somebody_wrote_does_not_fill_the_page_or_turn_it_around() -> None:
    """A value of pages is cut; a name inside a sentence is kept in its place, in whatever direction it is written."""
    backend = FakeBackend()
    backend.nodes[REYES] = replace(backend.nodes[REYES], name="\u05d0\u05d1 \u202e" + "z" * 5_000)
    at = opened("review", backend, None)
    said = texts(at)

    assert "z" * 200 not in said and "\u202e" not in said
    assert re.search("of \u2068\u05d0\u05d1 z+…\u2069 \\(attendees", said)
