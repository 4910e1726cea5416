"""Which union a record means: affiliate, kind of unit, number with its letter, so that no local is taken for another.

The reading of names is ``lpgraph.names``; here slips of the pen in an international's name are mended, columns win over
the name, and the answer becomes a key. A local is its affiliate's base unit, whatever that affiliate calls it (a lodge
of the machinists, a branch of the letter carriers); a district, a council or a chapter of a local is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lpgraph.identity.organizations_slips import is_slip
from lpgraph.ids import fold
from lpgraph.names.affiliates import NAMES, TABLE, WEAK_NAMES
from lpgraph.names.unions import (
    NEVER,
    UnionName,
    affiliate,
    elsewhere,
    numbered,
    parse_union,
    plain_name,
    spaced_letter,
)

# Former councils whose locals carry on elsewhere under a letter: chemical workers' 35 is food workers' 35C.
LETTERED = {"UFCW-ICWUC": ("UFCW", "C")}
# Sectors of the communications workers: their locals of five digits are numbered among all of its locals.
SECTORS = dict.fromkeys(("AFA", "IUE", "NABET", "TNG"), "CWA")
# Trades whose locals nearly all belong to the one international: "Example Town Fire Fighters Local 12".
TRADES = frozenset(["IAFF"])
# Affiliates that number their districts and councils from 1 on, as they do their locals.
BETWEEN = frozenset(["AFSCME", "IAM", "IBT", "IUPAT", "PPPWU", "UE", "UMWA", "USW"])
LAST_DISTRICT = 100
_UNIT_SAID = re.compile(
    r"\b(?:local|lcl|loc|lu|lodge|ll|branch|chapter|division|district|dist|dl|council|dc|jc|board|region)\b"
)
_UNIT_WORDS = re.compile(
    r"\b(?:local|lcl|loc|lodge|branch|union|no|number|num|afl|cio|alf|clc|ctw|a ?fl c\w{0,2}i\w{0,2}o|the|of|and|na)\b"
)
_DIGITS = re.compile(r"\b[a-z]{0,2}\d+(?:-\d+)*[a-z]{0,3}\b")
# What is of a local and yet not the local: its funds, its retirees, a unit inside it.
_INSIDE = re.compile(
    r"\b(?:retire\w*|pac|cope|political|political action|women\w*|committee|unit|chapter|area|building|hall|"
    r"apprentice\w*|training|jatc|welfare|health|vacation|strike|education\w*|charit\w*|holding|club|auxiliary|"
    r"drive|votes?|voter\w*|active ballot|independent expenditure|action|fund|stewards?|staff|"
    r"legal|plan|dental|alumni|temple|newspaper|emeritus|delegates|executive board|officers|young|pride|veterans|"
    r"members|slate|security division|nurses? (?:division|alliance)|"
    r"federal credit|scholarship|memorial|district \d+|subsection|section|caucus)\b"
)
# A register's own number behind a name ("… (file number 512345)") is no number of the local's.
_FILED = re.compile(r"[(\[]?\b(?:olms )?file (?:number|no\.?|#) ?\d+[)\]]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UnionKey:
    """One union as a record names it; ``number`` is empty for an international or a body without one."""

    affiliate: str
    unit: str  # "base", or the designation of an intermediate body or of a part
    number: str
    rest: str = ""  # what the name says beside it
    loose: bool = False  # only a trade or initials say which international, beside other words
    sure: bool = True  # no slip of the pen had to be mended to read it
    said: bool = True  # whether the record says of what unit the number is
    parts: tuple[str, ...] = ()  # further numbers in the name: a district, an area, a second local

    @property
    def national(self) -> bool:
        """Whether this is the international itself."""
        return bool(self.affiliate) and not self.number and not self.unit and not self.rest

    @property
    def key(self) -> str:
        """The key that two records of one union share; ``""`` when the name does not say enough."""
        if self.national:
            return f"{self.affiliate}||"
        return f"{self.affiliate}|{self.unit}|{self.number}" if self.affiliate and self.number else ""

    @property
    def part(self) -> bool:
        """Whether the name is of something inside or beside the local rather than of the local."""
        return bool(_INSIDE.search(self.rest))

    @property
    def between(self) -> bool:
        """Whether a district, a council or a joint council of this affiliate may bear the number too."""
        return self.affiliate in BETWEEN and self.number.isdigit() and int(self.number) <= LAST_DISTRICT

    @property
    def repeats(self) -> bool:
        """Whether this affiliate gives one number again in every state."""
        row = TABLE.get(self.affiliate)
        return row is None or row.repeats


@cache
def _spellings() -> dict[str, str]:
    compact = {name.replace(" ", ""): name for name in (*NAMES, *WEAK_NAMES)}
    return {short: name for short, name in compact.items() if len(short) >= 7}


@lru_cache(maxsize=65_536)
def mended(text: str) -> str:
    """The spelling of an international that the text means when one or two letters of it slipped, else ``""``.

    The name must say nothing else, a short name may hold one slip, and no other international may be as near.
    """
    plain = " ".join(_DIGITS.sub(" ", _UNIT_WORDS.sub(" ", plain_name(text))).split())
    compact = re.sub(r"(?:loc(?:al)?(?:union)?(?:no)?|aflc\w{0,2}i\w{0,2}o)$|^local", "", plain.replace(" ", ""))
    if len(compact) < 7:
        # "AFG E1156", "AFGELocal 1023": the letters are right and a blank went astray.
        return compact if len(compact) > 2 and (compact in NAMES or compact in WEAK_NAMES) else ""
    # Little words went out of the text above; they go out of the spellings as well.
    slips = 1 if len(compact) < 14 else 2 if len(compact) < 30 else 3
    near = process.extract(compact, _bare(), scorer=OSA.distance, score_cutoff=slips, limit=4)
    near = [hit for hit in near if slips > 1 or is_slip(compact, hit[0])]
    found = {NAMES.get(name) or WEAK_NAMES[name] for _, _, name in near}
    return near[0][2] if len(found) == 1 else ""


@cache
def _bare() -> dict[str, str]:
    bare = {name: re.sub(r"\s", "", _UNIT_WORDS.sub(" ", name)) for name in _spellings().values()}
    return {name: short for name, short in bare.items() if len(short) >= 7}


def _read(text: str) -> tuple[UnionName | None, bool]:
    """What the name says and whether it was written without a slip."""
    said = parse_union(text)
    plain = " ".join(plain_name(text).split())
    if said and said.affiliate:
        # "National Ruarl Letter Carriers Association": a longer name with a slip in it, not the letter carriers.
        name = mended(text) if _beside(said.rest, said.local) else ""
        meant = NAMES.get(name) or WEAK_NAMES.get(name, said.affiliate)
        if not name or not said.local:
            return said, True
        return UnionName(meant, said.designation, said.local), False
    if NEVER.search(plain) or not re.search(r"\d", plain) or not (name := mended(text)):
        return said, True
    number = _DIGITS.search(plain) or re.search(r"\d+[a-z]{0,2}", plain)
    before = re.search(r"\b(district|council|joint|region|dist|chapter)\b", plain)
    if not number or before or len(re.findall(r"\d+", plain)) > 1:
        return said, True
    return UnionName(NAMES.get(name) or WEAK_NAMES[name], "local", number.group().upper().lstrip("0")), False


def _unit(acronym: str, designation: str) -> str:
    word = fold(designation)
    row = TABLE.get(acronym)
    own = row.unit if row else "local"
    return "base" if word in ("", "local", "local union", "lu", own) else word


@cache
def _names_of(acronym: str) -> tuple[str, ...]:
    return tuple(f" {name} " for name, own in NAMES.items() if own == acronym)


def _firm(text: str, acronym: str) -> bool:
    """Whether a name of the international itself stands there, not only its trade or initials that others have."""
    plain = f" {' '.join(plain_name(text).split())} "
    return acronym in TRADES or any(name in plain for name in _names_of(acronym))


def _parts(text: str, number: str) -> tuple[str, ...]:
    """The other numbers in the name: a second local, a district, an area, lettered branches."""
    plain = " ".join(plain_name(text).replace("_", "").split())
    # "L2477DC", as the IRS writes it, is 2477 in the District of Columbia.
    seen = [re.sub(r"(?<=\d)([a-z]{2})$", _no_place, n.lstrip("0")) for n in re.findall(r"\d+[a-z]{0,3}", plain)]
    own = {n.lower() for n in re.findall(r"\d+[A-Z]{0,3}", number)} | {re.sub(r"^[A-Z]+", "", number).lower()}
    own |= set(re.findall(r"\d+", number)) if not number.isdigit() else set()
    letters = re.findall(rf"\b0*{number.lower()}\s([a-z](?:\s[a-z])+)$", plain) if number.isdigit() else []
    letters += re.findall(r"\b(?:division|unit|section|branch|chapter|area|region|district) ([a-z])\b", plain)
    return tuple(sorted({n for n in seen if n and n not in own} | set(letters)))


def _no_place(found: re.Match[str]) -> str:
    return "" if elsewhere(found.group(1)) else found.group(1)


def _beside(rest: str, number: str) -> str:
    """What is left of the name when its unit words and numbers are out as well."""
    words = _UNIT_WORDS.sub(" ", re.sub(r"\b(?:division|chapter|district|council) (?=\d)", " ", rest)).split()
    return " ".join(word for word in words if not any(c.isdigit() for c in word) and word.upper() not in number)


def lettered(acronym: str, number: str) -> tuple[str, str]:
    """Affiliate and number as the union that carries the local on counts it."""
    if acronym in SECTORS and re.fullmatch(r"\d{5}", number):
        return SECTORS[acronym], number
    if acronym not in LETTERED or not number:
        return acronym, number
    union, letter = LETTERED[acronym]
    return union, number if number.endswith(letter) else number + letter


@lru_cache(maxsize=200_000)
def union_key(name: str, aff: str = "", designation: str = "", number: str = "") -> UnionKey | None:
    """The union that a record means, its columns before its name; ``None`` when it is no union's record."""
    name = _FILED.sub(" ", name)
    said, sure = _read(name)
    acronym = affiliate(aff) or aff.strip().upper() if aff.strip() else (said.affiliate if said else "")
    if not acronym:
        return UnionKey("", _unit("", said.designation), said.local, said.rest) if said else None
    if said is None and not number.strip():
        designation, number = numbered(name) if numbered(name)[1] else (designation, number)
    if number.strip() and number.strip().strip("0"):
        local, word = re.sub(r"[\s.]", "", number).upper().lstrip("0"), designation
    elif said and said.local:
        local, word = said.local, said.designation or designation
    else:
        # A fund, a hall, a club whose column names the international is not the international itself.
        rest = said.rest if said else _beside(" ".join(plain_name(name).split()), "")
        return UnionKey(acronym, "" if not designation.strip() else fold(designation), "", rest)
    local += spaced_letter(" ".join(plain_name(name).split()), local)
    acronym, local = lettered(acronym, local)
    rest = _beside(said.rest, local) if said and sure else ""
    loose = bool(rest) and not aff.strip() and not _firm(name, said.affiliate if said else "")
    told = bool(designation.strip() or _UNIT_SAID.search(plain_name(name)))
    return UnionKey(acronym, _unit(acronym, word), local, rest, loose, sure, told, _parts(name, local))
