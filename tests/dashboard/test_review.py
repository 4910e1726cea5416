"""The screen of who is who: it asks one question at a time, does what is answered, and takes it back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from lpgraph.dashboard import views_review, words
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.ingest.matching import REFUSED
from tests.dashboard.fakes import DIAZ, HOSTILE_PERSON, REYES, VEGA, FakeBackend
from tests.dashboard.test_screens import opened, texts, unfilled


def answer(at: AppTest, key: Key) -> Button:
    """One of the three buttons of the question on the page."""
    return next(button for button in at.button if str(button.key).startswith(f"{key}:"))


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
    answer(at, Key.REVIEW_SAME).click().run()

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
    answer(at, Key.REVIEW_SAME).click().run()

    assert backend.answers_given == {}
    told = texts(at).replace("\\", "")
    assert "“Same” contradicts an earlier answer" in told
    assert "are two: ana, 22 Nov 2026" in told
    assert "303-555-0123" in told  # both records still stand side by side
    at.button(Key.REVIEW_NOT_SURE).click().run()
    assert backend.answers_given == {}
    answer(at, Key.REVIEW_SAME).click().run()
    at.button(Key.REVIEW_SURE).click().run()
    assert backend.answers_given == {"d1": (VEGA, REYES, "same")}


def test_hostile_names_stay_text() -> None:
    """A question about a hostile name draws it as text, never as a picture or link."""
    backend = FakeBackend(answers_given={"d0": (VEGA, REYES, "different")})
    at = opened("review", backend, None)

    assert any("img src" in m.value for m in at.markdown)
    assert not any(re.search(r"(?<!\\)(<img|!\[)", m.value) for m in (*at.markdown, *at.caption))
    assert unfilled(at) == []
    answer(at, Key.REVIEW_SKIP).click().run()
    assert backend.answers_given["d1"] == (HOSTILE_PERSON, DIAZ, "skipped")
    assert words.REVIEW_NONE_LEFT in texts(at)
    at.button(Key.GO_TO_DATA).click().run()
    assert at.session_state["went"] == ("data", "")


def test_an_answer_is_about_the_question_that_was_seen() -> None:
    """A colleague answers the question meanwhile: the click is about that one, never about the next, unseen one."""
    backend = FakeBackend()
    at = opened("review", backend, None)
    seen = answer(at, Key.REVIEW_SAME)
    backend.answers_given["d0"] = (VEGA, REYES, "same")
    seen.click().run()

    assert set(backend.answers_given.values()) == {(VEGA, REYES, "same")}
    assert "1 question to answer" in texts(at)


def test_a_contradiction_is_told_although_the_question_is_gone() -> None:
    """A colleague said otherwise meanwhile: the answer is not lost in silence, and only a second word counts."""
    backend = FakeBackend()
    at = opened("review", backend, None)
    seen = answer(at, Key.REVIEW_DIFFERENT)
    backend.answers_given["d0"], backend.earlier = (VEGA, REYES, "same"), "same"
    seen.click().run()

    assert "are one: ana, 22 Nov 2026" in texts(at).replace("\\", "")
    assert len(backend.answers_given) == 1
    at.button(Key.REVIEW_SURE).click().run()
    assert backend.answers_given["d1"] == (VEGA, REYES, "different")


def test_the_keys_answer_and_the_data_screen_leads_here() -> None:
    """S, D and K are the buttons' keys; the Data screen counts the questions and opens this one."""
    at = opened("review", FakeBackend(), None)
    assert [answer(at, k).proto.shortcut for k in (Key.REVIEW_SAME, Key.REVIEW_DIFFERENT, Key.REVIEW_SKIP)] == [
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


def test_what_something_speaks_against_is_given_no_share() -> None:
    """Such a pair is held at a fixed likelihood: the page says why it asks, and claims no share of such pairs."""
    question = FakeBackend().question(FakeBackend().questions("")[0])
    torn = views_review.sheet(replace(question, pair=replace(question.pair, p=REFUSED)))
    assert torn.likely == words.REVIEW_TORN
    assert "%" not in torn.likely
    assert views_review.sheet(question).likely == "About 72% of such pairs are."


def test_after_an_upload_its_questions_lead_here(tmp_path: Path) -> None:
    """What the load left to a person stands right after its result, counted; it opens this page."""
    file = tmp_path / "attendees.csv"
    file.write_text("name\nAna\n")
    backend = FakeBackend(home=tmp_path, answers_given={"d0": (VEGA, REYES, "different")})
    at = opened("data", backend, None)
    at.text_input(Key.FOLDER).set_value(str(file)).run()
    at.text_input(Key.EVENT).set_value("Spring convening")
    at.button(Key.LOAD).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    backend.answers_given.clear()  # another question has come with the file
    at.run()

    assert at.button(Key.REVIEW_OPEN).label == "Answer 1 new question about who is who (2 in all)"
    at.button(Key.REVIEW_OPEN).click().run()
    assert at.session_state["went"] == ("review", "")
