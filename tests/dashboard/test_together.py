"""The screens of coalitions, policies and convenings: they draw, names stay text, buttons write what they say."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lpgraph.coalitions.model import Member
from lpgraph.coalitions.triad import Corner, Filled, Side, Triad
from lpgraph.dashboard import views_coalitions, words
from lpgraph.dashboard.keys import Kept, Key
from tests.dashboard.fakes import FakeBackend
from tests.dashboard.test_screens import graph, opened, texts, unfilled


def _click(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception, at.exception[0].message
    return at


@pytest.mark.parametrize("name", ["coalitions", "policies", "convenings"])
def test_draws_and_fills_every_sentence(name: str) -> None:
    """Each page opens without an error and leaves no placeholder."""
    at = opened(name, FakeBackend(), who=None)
    assert unfilled(at) == []


def test_triad_is_drawn_with_its_ghosts_and_the_votes_below() -> None:
    """The biggest gap is opened: Boulder has the state's union and two ghosts; Denver has nobody missing."""
    at = opened("coalitions", FakeBackend(), who=None)
    assert sum(bool(node["ghost"]) for node in graph(at)["nodes"]) == 2
    at = opened("coalitions", FakeBackend(), who=None, cell="hours|denver")
    sent: dict[str, Any] = graph(at)
    assert [n["id"] for n in sent["nodes"] if n["ghost"]] == []
    assert {e["style"] for e in sent["edges"]} == {"thin"}
    assert "of 4 needed" in texts(at)


def test_what_a_city_lacks_fits_a_column() -> None:
    """Corners that are empty and sides that nothing ties, in few letters even where all three sides are open."""
    filled = [Filled(corner, (Member("m", "M", "person"),)) for corner in Corner]
    first, second, third = (Side(a, b, 0) for a, b in combinations(Corner, 2))
    whole = Triad("c", "a", (filled[0], filled[1], filled[2]), (first, second, third))
    assert views_coalitions.lacks(whole) == "all three ties"
    lone = Triad("c", "a", (filled[0], filled[1], Filled(Corner.UNION, ())), (first, second, third))
    assert views_coalitions.lacks(lone) == "union; tie official–community"


def test_hand_over_writes_the_successors_stance() -> None:
    """The one who follows takes the campaign over, in one click, and can be taken back."""
    backend = FakeBackend()
    at = opened("coalitions", backend, who=None)
    at.segmented_control(key=Key.COALITION_VIEW).set_value("turnover").run()
    button = next(b for b in at.button if str(b.key).startswith(Key.END_WORK))
    _click(at, str(button.key))
    assert backend.together.said == [("stance", "old", "hours", "none")]
    assert at.button(key=Key.STANCE_UNDO).label == words.UNDO


def test_what_if_tells_what_is_lost() -> None:
    """Ana leaves: the inside corner loses her vote; the answer names it."""
    at = opened("coalitions", FakeBackend(), who=None)
    at.segmented_control(key=Key.COALITION_VIEW).set_value("what-if").run()
    at.multiselect(key=Key.WHAT_IF).set_value(["ana"]).run()
    assert not at.exception
    assert "one yes vote fewer" in texts(at)


def test_policy_links_are_pages_only_and_a_question_is_answered() -> None:
    """A script in a url is no link; an answer is written down."""
    backend = FakeBackend()
    at = opened("policies", backend, who=None)
    assert "javascript:" not in at.dataframe[0].value.to_json()
    at.text_area(key=Key.ANSWER_TEXT.of("question/1")).set_value("Two inspectors.").run()
    _click(at, Key.ANSWER_SAVE.of("question/1"))
    assert backend.together.said == [("answer", "question/1", "Two inspectors.")]


def test_a_plan_is_made_changed_and_written_down() -> None:
    """From the sign-ups to tables; again, moving nobody; then one click that they met."""
    backend = FakeBackend()
    at = opened("convenings", backend, who=None)
    at.selectbox(key=Key.CONVENING).set_value("event/spring").run()
    at.number_input(key=Key.SEATS).set_value(3).run()
    _click(at, Key.MAKE_PLAN)
    assert "5 people, 2 tables, 1 round" in texts(at)
    _click(at, Key.KEEP_PLAN)
    assert words.CONVENING_MOVED_NONE in texts(at)
    at.text_area(key=Key.LOCKED).set_value("Nobody = 1").run()
    _click(at, Key.KEEP_PLAN)
    assert "Nobody" in texts(at)
    at.text_area(key=Key.LOCKED).set_value("Ana = 2").run()
    _click(at, Key.KEEP_PLAN)
    _click(at, Key.MET)
    assert backend.together.said[-1][0] == "met"


def test_a_key_city_and_a_campaign_are_written_on_screen() -> None:
    """Tier and owner are changed where the city is; a new campaign needs its city; both can be taken back."""
    backend = FakeBackend()
    at = opened("coalitions", backend, who=None, cell="hours|denver")
    at.selectbox(key=Key.CITY_TIER.of("hours:denver")).set_value("3")
    at.text_input(key=Key.CITY_OWNER.of("hours:denver")).set_value("Ruth")
    _click(at, Key.CITY_SAVE.of("hours:denver"))
    assert backend.together.said == [("city", "hours", "denver", "3", "Ruth")]
    assert at.button(key=Key.STANCE_UNDO).label == words.UNDO
    at.text_input(key=Key.CAMPAIGN_NAME).set_value("Rent Now")
    _click(at, Key.CAMPAIGN_ADD)
    assert words.CAMPAIGN_NEEDS in texts(at)
    at.text_input(key=Key.CAMPAIGN_AREA).set_value("Boulder, CO")
    _click(at, Key.CAMPAIGN_ADD)
    assert backend.together.said[-1] == ("campaign", "Rent Now", "Boulder, CO", "")


def test_today_shows_the_gaps_and_who_left_a_seat() -> None:
    """The same gaps, in the same order, and the same turnover as their own screens; each leads there."""
    backend = FakeBackend()
    at = opened("today", backend, None)
    shown = texts(at)
    assert words.TODAY_GAPS in shown
    assert "Boulder, CO: no official, community organization" in shown
    assert "old left" in shown.casefold()
    _click(at, Key.TO_GAP.of(0))
    assert at.session_state["went"] == ("coalitions", "")
    assert at.session_state[Kept.CELL] == "hours|boulder"


def test_they_met_is_written_once() -> None:
    """The second click says that it was there before, with the way back."""
    backend = FakeBackend()
    at = opened("convenings", backend, who=None, event="event/spring")
    _click(at, Key.MAKE_PLAN)
    _click(at, Key.MET)
    assert words.CONVENING_MET_DONE in texts(at)
    _click(at, Key.MET)
    assert words.CONVENING_MET_BEFORE in texts(at)
