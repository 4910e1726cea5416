"""Where a measure stands: one ladder of stages, whatever words a file uses for them."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The rungs, lowest first; FAILED and REPEALED have left the ladder."""

    UNKNOWN = "unknown"
    RESEARCH = "research"
    DRAFTING = "drafting"
    INTRODUCED = "introduced"
    COMMITTEE = "committee"
    VOTE = "vote"
    PASSED = "passed"
    ENACTED = "enacted"
    FAILED = "failed"
    REPEALED = "repealed"


ADOPTED = (Stage.PASSED, Stage.ENACTED)
# Checked in this order: "vote failed" has failed, "returned to committee" is in committee, "not introduced" is nowhere.
_WORDS: tuple[tuple[Stage, tuple[str, ...]], ...] = (
    (Stage.REPEALED, ("repeal", "struck down", "preempted", "pre-empted", "overturned", "rescinded", "expired")),
    (
        Stage.FAILED,
        (
            "fail",
            "defeat",
            "veto",
            "reject",
            "died",
            "withdrawn",
            "tabled indefinitely",
            "killed",
            "lost",
            "filed (end",
        ),
    ),
    (Stage.UNKNOWN, ("not introduced", "unknown", "n/a", "none")),
    (Stage.ENACTED, ("enact", "in force", "in effect", "effective", "signed", "became law", "law", "implemented")),
    (Stage.PASSED, ("pass", "adopt", "approved", "approve", "won")),
    (Stage.COMMITTEE, ("committee", "hearing", "referred", "laid over")),
    (Stage.VOTE, ("vote", "second reading", "third reading", "calendar", "floor", "pending council", "scheduled")),
    (Stage.INTRODUCED, ("introduc", "first reading", "filed", "proposed", "submitted")),
    (Stage.DRAFTING, ("draft", "writing", "prefil")),
    (Stage.RESEARCH, ("research", "explor", "study", "studying", "idea", "consider", "interest")),
)


def stage_of(text: str, result: str = "") -> Stage:
    """The rung that a stage and a result mean; a result that failed beats the stage it failed in.

    >>> [str(stage_of(t)) for t in ("Passed", "Laid Over in Committee", "vetoed", "pre-empted", "2nd draft", "")]
    ['passed', 'committee', 'failed', 'repealed', 'drafting', 'unknown']
    >>> str(stage_of("vote", "failed 4-3"))
    'failed'
    """
    found = _one(text)
    of_result = _one(result)
    if of_result in (Stage.FAILED, Stage.REPEALED):
        return of_result
    if found is Stage.UNKNOWN or (of_result in ADOPTED and found not in ADOPTED and found in (Stage.VOTE,)):
        return of_result
    return found


def _one(text: str) -> Stage:
    said = " ".join(text.casefold().replace("_", " ").split())
    return next((stage for stage, words in _WORDS if said and any(word in said for word in words)), Stage.UNKNOWN)


def rung(stage: Stage) -> int:
    """How far up the ladder; what has failed or was repealed stands below everything that is alive."""
    order = list(Stage)
    return -1 if stage in (Stage.FAILED, Stage.REPEALED) else order.index(stage)
