"""Union names read: which international, which designation, which local, with its letter.

``parse_union("SEIU Local 32BJ")`` → affiliate SEIU, designation local, number 32BJ. 32BJ is not 32E, 815 is not 815T,
a district is not a local. Western Union, Union Pacific, credit unions, Farmers Union and student unions are none, and
neither is a union's benefit fund. An organization is a union only when its name says so here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lpgraph.ids import fold
from lpgraph.names.affiliates import NAMES, WEAK_NAMES

NEVER = re.compile(
    r"\b(credit union|western union|union pacific|farm(?:ers)? (?!workers|labor)(?:\w+ ){0,4}union|farm bureau"
    r"|student(?:s)? union"
    r"|union (?:hospital|college|university|seminary|station|theological|bank|county|church|chapel|city|square|mission)"
    r"|civil liberties union|concerned scientists|parent(?:s)? union|customs union|european union|african union"
    r"|rugby union|union league|gospel union|christian (?:\w+ )?union|temperance union|union cemetery|reunion"
    r"|benefits?|trust|funds?|pension|annuity|apprentic\w+ (?:and|training|school|committee)|scholarship|foundation"
    r"|retire[ed]\w*|supplemental|insurance|holding|building (?:corp\w*|assoc\w*|company)"
    r"|labor management|llc|llp)\b"
)
_GENERIC = re.compile(
    r"\b(local union|(?:workers|employees|teachers|nurses|faculty|staff|musicians|writers|graduate|labor) union"
    r"|federation of teachers|fed of teachers|trades council|labor council|central labor|union local|union no \d+)\b"
)
# Longer designations first; the number may stand before ("717 local") or after ("local 717").
_DESIGNATIONS = {
    "district lodge": "district lodge", "dist lodge": "district lodge", "dl": "district lodge",
    "local lodge": "lodge", "ll": "lodge", "lodge": "lodge", "district council": "district council",
    "dc": "district council", "joint council": "joint council", "joint board": "joint board", "council": "council",
    "local union": "local", "local": "local", "loc": "local", "lu": "local", "lcl": "local", "district": "district",
    "dist": "district", "chapter": "chapter", "chap": "chapter", "branch": "branch", "region": "region",
    "division": "division",
}  # fmt: skip
_ORDER = ("local", "lodge", "branch", "chapter", "division", "district lodge", "district council", "joint council",
          "joint board", "council", "region", "district")  # fmt: skip
_NUMBER = r"[a-z]{0,2}\d+(?:-\d+)*[a-z]{0,3}(?:-\d+)?"
_WORDS = "|".join(sorted(_DESIGNATIONS, key=len, reverse=True))
# Behind its designation a number may have a sector's three letters: "Local TWU769".
_AFTER = re.compile(rf"\b({_WORDS})s?\s*(?:(?:no|number|num)\s+)?((?:[a-z]{{3}}(?=\d))?{_NUMBER})\b")
_BEFORE = re.compile(rf"\b({_NUMBER})\s+(?:\w{{1,6}}\s+)?({_WORDS})\b(?!\s*(?:(?:no|number)\s+)?{_NUMBER})")
# "12 Counties District Council": so many, and no local's number.
_COUNTED = re.compile(r"\b\d+ (?=(?:count(?:y|ies)|cities|states)\b)")
_STATE = re.compile(
    r"\b(a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|pr|ri|s[cd]|t[nx]|ut|v[ait]|w[aivy])$"
)
# A letter before the number belongs to it: B-18 is not 18. "L-18" and "No-18" are 18.
_LETTER = re.compile(
    r"(?P<unit>\b(?:local(?: union)?|lodge|lcl|loc|branch)s?[\s.]+(?:no\.?\s*|#\s*)?)?"
    r"(?<![\w-])(?P<letters>[a-z]{1,3})(?P<mark>-|\s+)(?=\d)",
    re.IGNORECASE,
)
_NUMERO = frozenset(["l", "n", "no", "nr", "num", "lu", "ll", "loc", "lcl", "dl", "dc", "jc", "the", "of", "and"])
_IRS = re.compile(r"^([lc])(\d{3,5})([a-z]{2})?\b")


@dataclass(frozen=True, slots=True)
class UnionName:
    """What a union's name says: the international's acronym (``""`` when it names none), designation and number."""

    affiliate: str
    designation: str = ""
    local: str = ""
    rest: str = ""  # what the name says beside the international

    @property
    def level(self) -> str:
        """``national`` for the international itself, ``intermediate`` for councils and districts, else ``local``."""
        if not self.designation:
            return "national" if self.affiliate and not self.rest else "local"
        middle = ("district lodge", "district council", "joint council", "joint board", "council", "region", "district")
        return "intermediate" if self.designation in middle else "local"

    @property
    def text(self) -> str:
        """The name as people say it: "SEIU Local 32BJ"."""
        return " ".join(part for part in (self.affiliate, self.designation.title(), self.local) if part)


def plain_name(text: str) -> str:
    """Folded text with dotted acronyms closed, hyphens between digits kept, and labor's usual shortenings spelt out."""
    text = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", "", text)
    text = re.sub(r"(?i)int'l|intl\b\.?", "international", text)
    text = re.sub(r"(?i)\bD\.?\s*L\.?(?=[\s#])", "DL", text)
    text = re.sub(r"(?<=\d)-([A-Za-z]{1,2})\b(?!-)", _closed, text)
    text = _LETTER.sub(_before, text)
    text = re.sub(r"(?<=\d)-(?=\d)", "\x00", text.replace("&", " and ").replace("#", " "))
    parts = [fold(part) for part in text.split("\x00")]
    return re.sub(r"\b(?:afl cio|alf cio|clc|ctw)\b", " ", "-".join(parts))


def _closed(found: re.Match[str]) -> str:
    # "815-S" and "32-BJ" are 815S and 32BJ; what stands behind "3-NY" or "12-UE" is a state or an international.
    word = found.group(1)
    return f" {word}" if elsewhere(word.lower()) else word


def _before(found: re.Match[str]) -> str:
    letters, unit = found["letters"].lower(), found["unit"] or ""
    spaced = found["mark"] != "-"
    # "TWU-769" is TWU's local 769, but "IATSE Local TWU-769" is a local of IATSE's.
    name = (letters in NAMES or letters in WEAK_NAMES) and not found.string[: found.start()].strip()
    if letters in _NUMERO or name or (spaced and (not unit or len(letters) > 1)) or (not unit and len(letters) > 1):
        return found.group()
    return f"{unit}{letters}"


def elsewhere(letters: str) -> bool:
    """Whether two letters behind a number are a state or an international rather than the number's own."""
    return bool(_STATE.search(letters)) or letters in NAMES or letters in WEAK_NAMES


def spaced_letter(plain: str, number: str) -> str:
    """The letter of a number that stands apart from it: "UFCW - 815 S" is 815S, "Local 1 NY" is a local in New York."""
    if not number.isdigit():
        return ""
    found = re.search(rf"\b0*{number}\s+([a-z]{{1,2}})$", plain)
    letter = found.group(1) if found else ""
    return "" if elsewhere(letter) else letter.upper()


def _pattern(names: dict[str, str]) -> re.Pattern[str]:
    """One expression for all spellings, the longest first."""
    return re.compile(rf"\b({'|'.join(re.escape(n) for n in sorted(names, key=len, reverse=True))})\b")


_STRONG, _ALL = _pattern(NAMES), _pattern({**NAMES, **WEAK_NAMES})


def _affiliate(plain: str, numbered: bool) -> tuple[str, str]:
    """The international that the text names, by its longest name, and the text without that name."""
    found = list((_ALL if numbered else _STRONG).finditer(plain))
    if not found:
        return "", plain
    best = max(found, key=lambda match: (match.group(1) in NAMES, len(match.group(1))))
    rest = f"{plain[: best.start()]} {plain[best.end() :]}"
    return NAMES.get(best.group(1)) or WEAK_NAMES[best.group(1)], " ".join(rest.split())


def _tidy(number: str) -> str:
    number = re.sub(r"^l(?=\d)", "", number.strip())  # L18: L for local
    return re.sub(r"^([a-z]{0,3})0+(?=\d)", r"\1", number).upper()


def _number(rest: str, bare: bool) -> tuple[str, str]:
    """Designation and number in what is left of the name; a bare number counts as a local when ``bare``."""
    if match := _IRS.match(rest):
        return ("local" if match.group(1) == "l" else "council"), _tidy(match.group(2))
    found: dict[str, str] = {}
    for pattern, word, value in ((_AFTER, 1, 2), (_BEFORE, 2, 1)):
        for match in pattern.finditer(rest):
            found.setdefault(_DESIGNATIONS[match.group(word)], _tidy(match.group(value)))
    left = re.fullmatch(rf"({_NUMBER})(?:\s.*)?", rest) or re.fullmatch(rf".*[a-z]\s({_NUMBER})", rest)
    if bare and left and _tidy(left.group(1)) not in found.values():
        found.setdefault("local", _tidy(left.group(1)))
    for designation in _ORDER:
        if designation in found:
            return designation, found[designation]
    return "", ""


def numbered(text: str) -> tuple[str, str]:
    """Designation and number in a name that says no international ("Local 101"): of a record whose column does."""
    plain = " ".join(plain_name(text).split())
    return ("", "") if NEVER.search(plain) else _number(_COUNTED.sub("", plain), bare=False)


@lru_cache(maxsize=65_536)
def parse_union(text: str) -> UnionName | None:
    """What a union's name says, or ``None`` when it is not the name of a union."""
    plain = " ".join(plain_name(text).split())
    if not plain or NEVER.search(plain):
        return None
    plain = re.sub(r"\b(\d+)(seiu|cwa|afscme|aft|ibew|uaw)\b", r"\2 \1", plain)
    numbered = bool(re.search(rf"\b{_NUMBER}\b", plain) or re.search(rf"\b(?:{_WORDS})\b", plain))
    firm = re.search(
        r"\b(?:inc|corp|corporation|company)\b", plain
    )  # no weak name beside it: "G4S (USA) Inc." is a firm
    affiliate, rest = _affiliate(plain, numbered and (not firm or bool(_AFTER.search(plain))))
    if not affiliate and not _GENERIC.search(plain):
        return None
    rest = _COUNTED.sub("", rest)
    designation, local = _number(re.sub(r"^(?:international )?union (?=\d)", "", rest), bare=bool(affiliate))
    letter = spaced_letter(plain, local)
    local += letter if len(letter) == 1 else ""  # two may be a branch or a town as well: "546 SM"
    own = re.sub(r"\b(?:the|of|international|union|america|and|parent organization)\b|\b[a-z]\b", " ", rest)
    return UnionName(affiliate, designation, local, " ".join(own.split()))


def affiliate(text: str) -> str:
    """The acronym that lpgraph uses for an international written as an acronym or a name; ``""`` when unknown."""
    plain = " ".join(plain_name(text).split())
    return {**NAMES, **WEAK_NAMES}.get(plain, "")
