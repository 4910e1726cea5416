"""Stages in any words, cities that are alike, pages and questions from a store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.policies.alike import City, alike
from lpgraph.policies.stages import Stage, rung, stage_of

WORDS = {
    Stage.ENACTED: ("Enacted", "SIGNED by the mayor", "in effect since 2024", "Became Law"),
    Stage.PASSED: ("passed", "Adopted", "APPROVED 9-2"),
    Stage.COMMITTEE: ("Committee", "Hearing held", "Laid Over in Committee"),
    Stage.INTRODUCED: ("introduced", "First Reading", "filed"),
    Stage.DRAFTING: ("drafting", "2nd draft"),
    Stage.FAILED: ("failed", "Vetoed", "withdrawn", "died in committee"),
    Stage.REPEALED: ("repealed", "Struck down", "pre-empted by the state"),
    Stage.UNKNOWN: ("", "?", "not introduced", "purple"),
}


@pytest.mark.parametrize(("stage", "text"), [(stage, text) for stage, texts in WORDS.items() for text in texts])
def test_words_of_files(stage: Stage, text: str) -> None:
    """The words that files use mean the rung that people mean by them."""
    assert stage_of(text) is stage


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_text_is_a_stage_and_failed_stands_lowest(text: str, result: str) -> None:
    """No text crashes; what failed or was repealed stands below all that is alive."""
    found = stage_of(text, result)
    assert (rung(found) < 0) == (found in (Stage.FAILED, Stage.REPEALED))


def test_alike_cities_say_why_and_unknown_counts_for_nothing() -> None:
    """Same state, size and form each add and are said; of an unknown city nothing is said, and it comes last."""
    denver = City("d", "Denver, CO", "CO", "county", 710_000, "strong mayor")
    near = City("n", "Near, CO", "CO", "place", 600_000, "Strong Mayor")
    far = City("f", "Far, TX", "TX", "county", 30_000, "manager")
    blank = City("b", "Blank")
    found = alike(denver, [blank, far, near, denver])
    assert [a.city.id for a in found] == ["n", "f", "b"]
    assert found[0].why == (
        "same state (CO)", "about as many people (710,000 and 600,000)", "same form of government (strong mayor)",
    )  # fmt: skip
    assert found[2].why == ()
