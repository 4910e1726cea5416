"""Where somebody stands, in the four words of a vote count: yes, lean, unknown, no."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache


class Vote(StrEnum):
    """How a seat is expected to vote."""

    YES = "yes"
    LEAN = "lean"
    UNKNOWN = "unknown"
    NO = "no"


_YES = ("support", "yes", "for", "favor", "favour", "champion", "sponsor", "aye", "yea", "in favor", "pro", "y")
_NO = ("oppos", "no", "against", "anti", "nay", "lean no", "leans no", "leaning no", "con", "n")
_LEAN = ("lean", "likely", "probabl", "leaning", "soft")
_UNKNOWN = (
    "undecided",
    "unknown",
    "neutral",
    "not ",
    "no position",
    "no answer",
    "non-vot",
    "none",
    "abstain",
    "absent",
)


@lru_cache(maxsize=4_096)
def vote_of(text: str) -> Vote:
    """The vote that a stance or a recorded vote means; what nobody knows is unknown.

    >>> [str(vote_of(t)) for t in ("Supports", "leans yes", "undecided", "leans no", "opposes", "", "Aye", "noted")]
    ['yes', 'lean', 'unknown', 'no', 'no', 'unknown', 'yes', 'unknown']
    """
    said = " ".join(text.casefold().split())
    if not said or said.startswith(_UNKNOWN):
        return Vote.UNKNOWN
    if said.startswith(_LEAN) and not said.startswith(_NO):
        return Vote.LEAN
    for words, vote in ((_NO, Vote.NO), (_YES, Vote.YES)):
        # Single letters and short words must be the whole word: "n" is no, "noted" is not.
        if any(said == w or (len(w) > 3 and said.startswith(w)) or said.startswith(f"{w} ") for w in words):
            return vote
    return Vote.UNKNOWN


def supports(stance: str) -> bool:
    """Whether somebody who works on a campaign fills a corner: who is against it, undecided or only leaning does not.

    No stance said counts as support: who works on a campaign is for it unless somebody wrote otherwise.
    """
    return not stance.strip() or vote_of(stance) is Vote.YES
