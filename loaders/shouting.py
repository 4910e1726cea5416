"""Names in capitals, as registers keep them, written as people write them; acronyms stay."""

from __future__ import annotations

import re
from functools import lru_cache

_SMALL = frozenset({
    "a", "an", "and", "at", "by", "de", "del", "for", "in", "la", "of", "on", "or", "the", "to", "von", "y",
})  # fmt: skip
_ACRONYMS = frozenset({
    "AARP", "AFL", "AFGE", "AFROTC", "AFSCME", "AFT", "AHEPA", "AIDS", "AME", "ATU", "CIO", "CWA", "HIV", "IAFF",
    "IATSE", "IBEW", "LGBT", "LGBTQ", "NAACP", "NASA", "NATCA", "NEA", "NFFE", "NTEU", "PAC", "PTA", "PTO", "PTSA",
    "ROTC", "SEIU", "SOS", "UAW", "UFCW", "UNICEF", "USA", "USO", "USW", "USMC", "VFW", "YMCA", "YWCA", "II", "III",
    "IV", "VI", "VII", "VIII",
})  # fmt: skip
_WORDS = {
    "assn": "Assn", "bldg": "Bldg", "cntrl": "Cntrl", "ctr": "Ctr", "cty": "Cty", "dr": "Dr", "dept": "Dept",
    "fdn": "Fdn", "ft": "Ft", "hts": "Hts", "jr": "Jr", "ltd": "Ltd", "mr": "Mr", "mrs": "Mrs", "ms": "Ms",
    "mt": "Mt", "mtn": "Mtn", "ntl": "Ntl", "intl": "Intl", "sch": "Sch", "sr": "Sr", "st": "St", "sts": "Sts",
    "svc": "Svc", "svcs": "Svcs", "tr": "Tr", "twp": "Twp", "wrkrs": "Wrkrs", "empls": "Empls", "llc": "LLC",
    "inc": "Inc", "co": "Co", "corp": "Corp", "cncl": "Cncl", "mgmt": "Mgmt", "pkwy": "Pkwy", "rd": "Rd", "bd": "Bd",
}  # fmt: skip


def _word(word: str, first: bool) -> str:
    low = word.lower()
    if low in _WORDS:
        return _WORDS[low]
    if low in _SMALL and not first:
        return low
    if re.fullmatch(r"\d+(ST|ND|RD|TH)", word):
        return low
    initials = 2 <= len(word) <= 5 and word.isalpha() and not re.search("[AEIOUY]", word)
    if initials or word in _ACRONYMS or re.search(r"\d", word):
        return word
    if re.fullmatch(r"MC[A-Z]{3,}", word):
        return f"Mc{word[2]}{word[3:].lower()}"
    return re.sub(r"(^|[^\w’'])(\w)", lambda m: m.group(1) + m.group(2).upper(), low)


@lru_cache(maxsize=65_536)
def calm(text: str) -> str:
    """A name in capitals in ordinary case; a name that has lower-case letters stays as it is.

    >>> calm("AMALGAMATED TRANSIT UNION OF THE USA"), calm("NH ST PATRICKS 32BJ")
    ('Amalgamated Transit Union of the USA', 'NH St Patricks 32BJ')
    """
    text = " ".join(text.split())
    if text != text.upper():
        return text
    parts = re.split(r"([ /-])", text)
    return "".join(part if part in " /-" else _word(part, first=i == 0) for i, part in enumerate(parts))
