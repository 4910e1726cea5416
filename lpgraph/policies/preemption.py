"""What rows say of pre-emption, read as yes, no or unknown; never guessed from words that nobody understands."""

from __future__ import annotations

import re

YES, NO, UNKNOWN = "yes", "no", "unknown"
_OPEN = re.compile(
    r"^(n a|na)?$|\b(unknown|unclear|unsure|uncertain|tbd|to be determined|not (sure|known|clear|checked|researched)"
    r"|may|might|maybe|could|possibl[ey]|likely|probabl[ey]|disputed|contested|pending|under review|open|ask)\b"
)
_NONE = re.compile(
    r"^(no|none|n|false|nothing)$|^(no|none|not|never|without) |\b(isnt|not|never|no longer) (pre ?empt|barred|banned|"
    r"prohibited)|\b(repealed|lifted|expired|struck down)\b"
)
_STANDS = re.compile(
    r"^(yes|y|true)\b|\b(pre ?empt\w*|bars?|barred|bans?|banned|prohibit\w*|forbid\w*|forbidden|blocks?|blocked|limits?"
    r"|restrict\w*|state law (applies|controls|governs)|conflicts?|supersede\w*|stands)\b"
)


def verdict(text: str) -> str:
    """Whether a text says that state law stands against it.

    >>> [verdict(t) for t in ("yes", "No state preemption", "not preempted by state law", "TBD", "?", "", "purple")]
    ['yes', 'no', 'no', 'unknown', 'unknown', 'unknown', 'unknown']
    >>> [verdict(t) for t in ("State bans rent control", "none known", "may be preempted", "preemption repealed")]
    ['yes', 'no', 'unknown', 'no']
    """
    said = " ".join(re.sub(r"[^\w]|_", " ", re.sub(r"['’]", "", text.casefold())).split())
    if re.match(r"(no|none)\b.*\bknown\b", said):
        return NO
    if _OPEN.search(said):
        return UNKNOWN
    if _NONE.search(said):
        return NO
    return YES if _STANDS.search(said) else UNKNOWN
