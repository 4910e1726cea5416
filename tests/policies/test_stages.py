"""Stages in any words, cities that are alike, pages and questions from a store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.names.stages import Stage, rung, stage_of
from lpgraph.policies.alike import City, alike
from lpgraph.policies.preemption import verdict

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
# What sounds like a higher rung than it is, or a lower one.
SOUNDS_LIKE = {
    Stage.UNKNOWN: ("not passed", "not yet adopted", "unsigned", "wonder", "to be adopted", "will pass", "tabled"),
    Stage.VOTE: ("pending adoption", "adoption scheduled", "awaiting final vote"),
    Stage.INTRODUCED: ("Passed First Reading", "lawsuit filed", "proposed for adoption"),
    Stage.COMMITTEE: ("passed committee", "passed out of committee", "approved by committee"),
    Stage.DRAFTING: ("lawyers drafting",),
    Stage.RESEARCH: ("lawmaker interest",),
    Stage.PASSED: ("passed second and final reading", "City Charter Rule Adopted"),
    Stage.ENACTED: ("veto overridden", "override of veto", "Official Law", "Returned Unsigned by Mayor", "Law"),
    Stage.FAILED: ("did not pass", "postponed indefinitely", "failed to override veto", "Filed (End of Session)"),
}


@pytest.mark.parametrize(("stage", "text"), [(stage, text) for stage, texts in SOUNDS_LIKE.items() for text in texts])
def test_words_that_sound_like_another_rung(stage: Stage, text: str) -> None:
    """Negation, a committee, a first reading and what is only planned come before "passed"; words are whole words."""
    assert stage_of(text) is stage


def test_a_result_in_numbers() -> None:
    """A tally says how a vote went; one that contradicts the stage counts, but a tie may have been broken."""
    asked = [("vote", "7-2"), ("vote", "4-4"), ("passed", "4-4"), ("passed", "3-4"), ("", "not passed")]
    assert [stage_of(*one) for one in asked] == [
        Stage.PASSED, Stage.FAILED, Stage.PASSED, Stage.FAILED, Stage.FAILED
    ]  # fmt: skip
    assert stage_of("vote", "2026-05-01") is Stage.VOTE


def test_preemption_is_yes_no_or_unknown() -> None:
    """Only what says that a law stands against it is yes; what nobody understands is unknown."""
    no = ("no", "no preemption", "No state preemption", "not preempted by state law", "none", "no known preemption")
    unknown = ("unknown", "?", "TBD", "-", "", "may be preempted", "purple")
    yes = ("yes", "preempted", "State law bars local wages", "Prohibited by C.R.S. 9")
    assert [{verdict(t) for t in some} for some in (no, unknown, yes)] == [{"no"}, {"unknown"}, {"yes"}]


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
