"""Two who were brought up together on another screen: the introduction of just these two, for that campaign."""

from __future__ import annotations

from lpgraph.coalitions.candidates import Candidate
from lpgraph.coalitions.model import Member
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.introductions.model import Ask
from tests.dashboard.fakes import FakeBackend
from tests.dashboard.test_screens import VEGA, opened, texts


def test_who_could_fill_a_corner_is_introduced_to_the_one_who_is_nearest() -> None:
    """The button beside a candidate keeps both, the campaign, and the open panel, and goes to the one who asks."""
    backend = FakeBackend()
    could = Candidate(Member("organization/union", "Union", "union"), 1.0, False, by=Member(VEGA, "Vega", "official"))
    backend.together.candidates = lambda *_: (could,)  # type: ignore[method-assign]
    at = opened("coalitions", backend, who=None)
    button = next(b for b in at.button if str(b.key).startswith(f"{Key.COULD}:"))
    at.button(key=button.key).click().run()
    assert at.session_state[Kept.PANEL] == (VEGA, "organization/union", "introduce")
    assert (at.session_state[Kept.WITH], at.session_state[Kept.FOR]) == ("organization/union", "hours")
    assert at.session_state["went"] == ("introductions", VEGA)


def test_a_pair_stands_above_the_list_and_can_be_let_go() -> None:
    """The page of a pair names both, says what the graph says of them, and closes back to the plain list."""
    backend = FakeBackend()
    other = backend.suggest(VEGA, Ask())[0].id
    at = opened("introductions", backend, **{"with": other})
    assert f"{backend.nodes[VEGA].name} and" in texts(at)
    at.button(key=Key.PAIR_CLOSE).click().run()
    assert not at.exception
    assert f"{backend.nodes[VEGA].name} and" not in texts(at)
