"""What stands around a person's name in a diary or a list: “The Rt Hon”, the office, “MP”, a peer's place.

Offices are told by closed lists of words, so that a name which says none of them is left as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lpgraph.ids import fold

# Words that only an office has: a part of the text with one of them, before or after the name, is no name.
_OFFICE = re.compile(
    r"\b(?:minister|secretary|under-?secretary|whip|attorney[- ]general|solicitor[- ]general|advocate general"
    r"|leader of the|lord privy seal|lord president|lord chancellor|chancellor of the|chief of|department"
    r"|ministry|cabinet office|spokes(?:man|woman|person)|captain of the|paymaster general|permanent representative"
    r"|head of (?:the )?delegation|deputy prime)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*,\s+|\s+,\s*|\s+[-–—]\s+|\s*;\s*")
# Where a name begins behind an office that no comma ends: “… of State The Rt Hon Ana Vega”.
_BEGINS = re.compile(
    r"\b(?:the )?(?:(?:rt|right)\.? hon(?:ourable|orable)?\.?|mr|mrs|ms|dr|sir|dame|lord|lady|baroness|viscount)\.?\s+"
    r"(?!(?:privy|president|chancellor|advocate)\b)(?=[A-Z])",
    re.IGNORECASE,
)
# Offices in front of a name without anything between.
_BEFORE = re.compile(
    r"^(?:former |acting |deputy |shadow |assistant )*(?:attorney[- ]general|solicitor[- ]general|advocate general"
    r"|(?:parliamentary )?(?:under-? ?)?secretary of state|parliamentary secretary|minister of state|prime minister"
    r"|(?:chief )?whip|minister)\s+(?=[A-Z])(?!(?:for|of|to|and)\b)",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"^(?:(?:city|town|county|village|borough) (?:clerk|attorney|manager|treasurer|council ?(?:member|man|woman|l?or))"
    r"|(?:mayor|president) pro[- ]tem(?:pore)?)\s+(?=\w+\s)",
    re.IGNORECASE,
)
_HONOURED = re.compile(r"^(?:the )?(?:(?:rt|right)\.? hon(?:ourable|orable)?\.?\s+)+(?:the )?", re.IGNORECASE)
_THE = re.compile(r"^the\s+(?=(?:lord|lady|baroness|viscount|viscountess|earl|countess|hon)\b)", re.IGNORECASE)
# Letters behind a name, in capitals as they are written.
_LETTERS = re.compile(
    r"(?:,?\s+(?:QC ?MP|KC ?MP|MP|MEP|MSP|MLA|MPP|MHA|QC|KC|PC|GCB|KCB|CB|GCMG|KCMG|CMG|GBE|KBE|DBE|CBE|OBE|MBE|BEM"
    r"|DL|JP|TD|FRS|FREng|CPA|MSW|LCSW|MPA|MPH|MBA|RN|PhD|Ph\.D\.?|Esq\.?))+\s*$"
)
_PEER = re.compile(
    r"^((?:lord|lady|baroness|viscount|viscountess|countess|marquess)\s+.+?)\s+of\s+\S.*$", re.IGNORECASE
)


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """The name without office, “Rt Hon”, letters behind it and a peer's place; the text where nothing else is there.

    >>> plain("Minister of State, The Rt Hon Ana Vega MP"), plain("Lord Vale of Aspen"), plain("Ana Vega")
    ('Ana Vega', 'Lord Vale', 'Ana Vega')
    """
    return _PEER.sub(r"\1", addressed(text))


@lru_cache(maxsize=65_536)
def addressed(text: str) -> str:
    """As ``plain``, with a peer's place: two peers of one name are told apart by it."""
    name = _without_office(" ".join(text.split())) if _OFFICE.search(text) else " ".join(text.split())
    name = _THE.sub("", _HONOURED.sub("", _TOWN.sub("", name)))
    bare = _LETTERS.sub("", name).strip(" ,")
    return bare if " " in bare else name.strip(" ,") or text  # “Vale, KC” has a first name


def same_holder(a: str, b: str) -> bool:
    """Whether two names of one list are one, but for offices and courtesies: at least two words, all the same."""
    one, other = fold(addressed(a)), fold(addressed(b))
    return one == other and " " in one


def _without_office(text: str) -> str:
    """The first part that names no office, else what is behind the office's words; the text when nothing is."""
    parts = [part for part in _PARTS.split(text) if part]
    free = [part for part in parts if not _OFFICE.search(part) and not _LETTERS.fullmatch(f" {part}")]
    if len(free) > 1 and len(free[0].split()) == 1:
        return ", ".join(free[:2])  # “Vega, Ana M., Secretary”
    if free:
        return max(free, key=lambda part: len(part.split()) > 1)
    for part in parts:
        if found := list(_BEGINS.finditer(part)):
            return part[found[-1].start() :]
        if (rest := _BEFORE.sub("", part)) != part:
            return rest
    return text
