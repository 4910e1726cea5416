"""Where a measure stands: one ladder of stages, whatever words a file uses for them."""

from __future__ import annotations

import re
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
_DONE = r"(pass(ed|es|age)?|adopt(ed|ion)?|approv(e|ed|al)|enact(ed|ment)?|sign(ed)?|effective|ratified|become law)"
# Checked in this order, each on whole words: "vote failed" has failed, "passed committee" is in committee, and what
# is only wanted ("pending adoption") has not happened.
_RULES: tuple[tuple[Stage, str], ...] = (
    (Stage.FAILED, r"(override (attempt )?fail\w*|fail\w* to override|veto (sustained|upheld))"),
    (Stage.ENACTED, r"(veto (was )?overrid\w+|overr(ode|idden|ide of)( \w+)? veto|override of veto|returned unsigned)"),
    (Stage.UNKNOWN, r"not (repealed|vetoed|rejected|withdrawn|preempted|pre empted)"),
    (Stage.REPEALED, r"(repealed|struck down|preempted|pre empted|overturned|rescinded|expired|invalidated)"),
    (
        Stage.FAILED,
        r"(fail(ed|s|ure)?|defeat(ed|s)?|veto(ed|es)?|reject(ed|s)?|died|dead|withdrawn|withdrew|killed|lost|stricken"
        r"|did not pass|didnt pass|never passed|voted down|filed end|(tabled|postponed|deferred) indefinitely"
        r"|indefinitely (tabled|postponed|deferred))",
    ),
    (Stage.UNKNOWN, r"(not introduced|unknown|n a|none|not (yet )?(introduced|filed|drafted|scheduled|started|heard))"),
    (Stage.UNKNOWN, r"repeal (is )?(proposed|pending|attempt|attempted|effort|introduced|sought)"),
    (Stage.UNKNOWN, rf"(will|shall|may|might|could|should|would|to)( be)? {_DONE}"),
    (Stage.UNKNOWN, rf"(not|never|yet to be|hasnt|wasnt|isnt|un)( \w+){{0,3}} {_DONE}"),
    (Stage.COMMITTEE, r"(subcommittee|committee|hearings?|referred|laid over|under (council|staff|legal) review)"),
    (Stage.INTRODUCED, r"(first reading|1st reading)"),
    (Stage.PASSED, r"(third reading|3rd reading|final reading) (passed|adopted|approved)"),
    (Stage.PASSED, r"(passed|adopted|approved)( \w+){0,3} (third|3rd|final) reading"),
    (Stage.VOTE, r"passed( the)? (house|senate|assembly|one chamber|lower chamber|upper chamber|second reading)"),
    (Stage.INTRODUCED, rf"proposed (for|to be)( \w+){{0,2}} {_DONE}"),
    (
        Stage.VOTE,
        r"(pending|awaiting|awaits|scheduled|expected|planned|recommended|ready|up|calendared|waiting)( \w+){0,2} "
        r"(pass|passage|adoption|adopted|be adopted|approval|approved|enactment|vote|decision)",
    ),
    (Stage.VOTE, r"(passage|adoption|approval|enactment|decision) (is )?(pending|scheduled|expected|planned|awaited)"),
    (Stage.PASSED, r"(sent to (the )?(mayor|governor)|(awaiting|pending)( \w+){0,2} signature)"),
    (Stage.PASSED, r"under (mayoral|mayors|congressional) review"),
    (
        Stage.ENACTED,
        r"(enact(ed|s)?|in force|in effect|effective|signed|became( a)? law|(is|now|made) law|implemented|chaptered"
        r"|codified|official law|public law)",
    ),
    (Stage.ENACTED, r"^(local |city |state )?law( no| number)?( [\w ]*\d[\w ]*)?$"),
    (Stage.PASSED, r"(pass(ed|es)?|adopt(ed|s)?|approv(ed|es?)|won|carried|carries|ratified)"),
    (Stage.VOTE, r"(vote|votes|voting|second reading|2nd reading|third reading|3rd reading|final reading|calendar|floor"
                 r"|pending council|scheduled)"),
    (Stage.INTRODUCED, r"(introduced|introduction|introducing|filed|proposed|proposal|submitted|read)"),
    (Stage.DRAFTING, r"(draft|drafts|drafted|drafting|writing|prefiled|pre filed|prefiling)"),
    (
        Stage.RESEARCH,
        r"(research\w*|explor\w+|study|studying|studied|idea|ideas|consider\w*|interest|interested|scoping)",
    ),
)  # fmt: skip
_COMPILED = tuple((stage, re.compile(rule if rule.startswith("^") else rf"\b{rule}\b")) for stage, rule in _RULES)
_NOT_DONE = re.compile(rf"\bnot {_DONE}\b")
_TALLY = re.compile(r"(?<![\d-])(\d{1,3}) ?(?:-|–|:|to) ?(\d{1,3})(?![\d-])")


def stage_of(text: str, result: str = "") -> Stage:
    """The rung that a stage and a result mean; a result that failed beats the stage it failed in.

    What is not understood is UNKNOWN: whoever shows it keeps the words as they were written.

    >>> [str(stage_of(t)) for t in ("Passed", "Laid Over in Committee", "vetoed", "pre-empted", "2nd draft", "")]
    ['passed', 'committee', 'failed', 'repealed', 'drafting', 'unknown']
    >>> [str(stage_of(t)) for t in ("not passed", "passed committee", "lawsuit filed", "veto overridden")]
    ['unknown', 'committee', 'introduced', 'enacted']
    >>> str(stage_of("vote", "failed 4-3"))
    'failed'
    """
    found, of_result = _one(text), _result(result)
    if of_result in (Stage.FAILED, Stage.REPEALED):
        # A tie that the stage says was passed was broken by whoever sits in the chair.
        return found if found in ADOPTED and _tied(result) else of_result
    if found is Stage.UNKNOWN or (found is Stage.VOTE and of_result in ADOPTED):
        return of_result
    return found


def known(text: str) -> bool:
    """Whether a stage is in words that are known; an empty one is."""
    said = _plain(text)
    return not said or any(rule.search(said) for _, rule in _COMPILED)


def rung(stage: Stage) -> int:
    """How far up the ladder; what has failed or was repealed stands below everything that is alive."""
    order = list(Stage)
    return -1 if stage in (Stage.FAILED, Stage.REPEALED) else order.index(stage)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]|_", " ", re.sub(r"['’]", "", text.casefold())).split())


def _one(text: str) -> Stage:
    said = _plain(text)
    return next((stage for stage, rule in _COMPILED if rule.search(said)), Stage.UNKNOWN) if said else Stage.UNKNOWN


def _result(text: str) -> Stage:
    """The same of the outcome of a vote, where "not passed" has failed and 7-2 has passed."""
    if _NOT_DONE.search(_plain(text)):
        return Stage.FAILED
    found = _one(text)
    tally = _TALLY.search(text) if found is Stage.UNKNOWN else None
    if tally is None:
        return found
    return Stage.PASSED if int(tally[1]) > int(tally[2]) else Stage.FAILED


def _tied(text: str) -> bool:
    tally = _TALLY.search(text)
    return tally is not None and int(tally[1]) == int(tally[2])
