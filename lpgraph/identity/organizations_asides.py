"""What stands in brackets behind a name: its initials and how a meeting was held say nothing more; "(PAC)", "(Lowell)",
"(Foundation)" may be another organization than the one without."""

from __future__ import annotations

import re
from functools import lru_cache

from lpgraph.identity.organizations_names import ASIDE, LEGAL, STOP, plain_words

# Letters that are no initials of the name, whatever they look like.
_PARTS = frozenset(["pac", "c", "c3", "c4", "c5", "c6", "501c3", "501c4", "501c5", "501c6", "us", "usa", "uk", "gb"])
_NO_NEWS = re.compile(
    r"\s*(?:through|thru|trhough|c/?o|via|on behalf of|d/?\s?b/?\s?a|f\.?/?k\.?/?a|a/?k/?a|t/a|trading as|formerly"
    r"|previously|now|also|(?:phone |video |tele)?call|dinner|lunch|breakfast|visit|reception|meeting|by phone|online"
    r"|virtual\w*|remote\w*|cont(?:inued)?|various|\w* ?in attendance|\d+ times|x ?\d+|olms file|file n\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=200_000)
def aside_words(name: str) -> frozenset[str]:
    """The words in brackets that say something which the name outside does not."""
    if "(" not in name and "[" not in name:
        return frozenset()
    outside, found = plain_words(ASIDE.sub(" ", name)), set[str]()
    for aside in ASIDE.finditer(name):
        text = (aside.group(1) or aside.group(2) or "").strip()
        if _NO_NEWS.match(text) or "in attendance" in text.lower() or _initials(text, outside):
            continue
        found.update(plain_words(text))
    return frozenset(found - set(outside) - LEGAL - STOP)


def _initials(text: str, outside: list[str]) -> bool:
    """Whether one word can be made of the name's letters, from the beginning of one of its words on; or whether the
    name is made of the first letters of these words."""
    words = [word for word in plain_words(text) if word not in LEGAL]
    if not words or set(words) & _PARTS:
        return False
    if len(outside) == 1 and outside[0] == "".join(word[0] for word in words if word not in STOP):
        return True
    word = re.sub(r"[^a-z]", "", words[0])
    if (len(words) > 1 and " " in text) or not word:
        return False
    for at, start in enumerate(outside):
        letters = iter("".join(outside[at:]))
        if start.startswith(word[0]) and all(letter in letters for letter in word):
            return len(word) <= 2 * len(outside) + 2
    return False
