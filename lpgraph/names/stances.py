"""Where somebody stands, in the four words of a vote count: yes, lean, unknown, no; whatever words a file uses."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Vote(StrEnum):
    """How a seat is expected to vote."""

    YES = "yes"
    LEAN = "lean"
    UNKNOWN = "unknown"
    NO = "no"


# No answer at all: looked for first, since "no comment" is no no.
_OPEN = re.compile(
    r"\b(undecided|unknown|unclear|unsure|uncertain|neutral|tbd|to be determined|n a|none|vacant|mixed|split|torn"
    r"|no (position|answer|comment|response|reply|opinion|stance|vote|data|info\w*|objections?|contact|idea)"
    r"|non vot\w*|not (sure|yet|voting|present|known|stated|said|applicable|asked|clear|decided)|hasnt \w+"
    r"|abstain\w*|abstention|abst|absent|absnt|awvt|excused|recus\w*|present|on the fence"
    r"|declin\w* to (say|comment|answer|respond))\b"
)
_HEDGE = re.compile(
    r"\b(lean\w*|likely|probabl\w*|possibl\w*|maybe|perhaps|soft\w*|tend\w*|inclin\w*|tentativ\w*|expected|weak\w*"
    r"|mostly|conditional\w*|with (amendments?|changes|conditions|reservations))\b|\?"
)
_LEAN_ALONE = re.compile(r"\b(lean\w*|likely|probabl\w*|soft)\b")
_NOT = re.compile(
    r"\b(not|never|non|doesnt|dont|wont|cant|cannot|wouldnt|isnt|didnt|unlikely|unwilling|refus\w* to|declin\w* to)\b"
)
_AGAINST = re.compile(
    r"\b(no|nay|nays|noes|against|anti|oppos\w*|opponents?|object\w*|hostile|reject\w*|disapprov\w*|negative"
    r"|unsupportive|unfavou?rable|dissent\w*)\b|^(con|n)$"
)
_IN_FAVOR = re.compile(
    r"\b(yes|yea|yeas|aye|ayes|support\w*|favou?r\w*|champion\w*|sponsor\w*|cosponsor\w*|endors\w*|backs?|backed"
    r"|backing|backer|approv\w*|affirmative|affirms|ally|advocat\w*|committed|on board|(is|are|votes?|voted|voting) for"
    r")\b|^for\b|^(pro|y)$"
)


@lru_cache(maxsize=4_096)
def vote_of(text: str) -> Vote:
    """The vote that a stance or a recorded vote means; what nobody knows is unknown, and who leans against is a no.

    >>> [str(vote_of(t)) for t in ("Supports", "leans yes", "undecided", "likely no", "opposes", "", "Aye", "noted")]
    ['yes', 'lean', 'unknown', 'no', 'no', 'unknown', 'yes', 'unknown']
    """
    return _read(_plain(text)) or Vote.UNKNOWN


def understood(text: str) -> bool:
    """Whether a stance is in words that are known; an empty one is."""
    said = _plain(text)
    return not said or _read(said) is not None


def supports(stance: str) -> bool:
    """Whether somebody who works on a campaign fills a corner: who is against it, undecided or only leaning does not.

    No stance said counts as support: who works on a campaign is for it unless somebody wrote otherwise.
    """
    return not stance.strip() or vote_of(stance) is Vote.YES


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w?]|_", " ", re.sub(r"['’]", "", text.casefold())).split())


def _read(said: str) -> Vote | None:
    """The vote; nothing for words that are not known."""
    if not said or _OPEN.search(said):
        return Vote.UNKNOWN
    for_it, against = _IN_FAVOR.search(said), _AGAINST.search(said)
    hedged = _HEDGE.search(said)
    bare = _HEDGE.sub(" ", said).strip()
    for_it, against = for_it or _IN_FAVOR.search(bare), against or _AGAINST.search(bare)
    if _NOT.search(said):
        if against:  # "not opposed" says little
            return Vote.UNKNOWN
        return Vote.NO if for_it or "unlikely" in said else None
    if for_it and against:  # "no, though she sponsored it": what is said first
        for_it, against = (for_it, None) if for_it.start() < against.start() else (None, against)
    if against:
        return Vote.NO
    if for_it:
        return Vote.LEAN if hedged else Vote.YES
    return Vote.LEAN if _LEAN_ALONE.search(said) else Vote.UNKNOWN if hedged else None
