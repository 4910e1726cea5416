"""Other names that a record's name holds: the organization behind an office, a person, a former or trading name.

"Chief Executive of Harbor Ferries", "Ana Reyes (Harbor Ferries)", "Harbor Ferries (formerly Zephyr Lines)": each may
mean a record that is called Harbor Ferries, or Zephyr Lines. That is a question and never a join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lpgraph.identity.organizations_names import STOP, core_words, known, raw_words, weight
from lpgraph.identity.people_frequencies import is_given
from lpgraph.ids import fold

FORMER, OFFICE, PERSON, COMPANY, COUNTRY, GLUED = 0.85, 0.75, 0.7, 0.8, 0.55, 0.85
MOST_GLUED = 4  # words of a name that somebody writes in one: "MoveOn"
COMMON = 100  # in so many names of the shipped table a word is one of organizations, hardly a surname
LONGEST = 300  # letters of a name that are looked at
_ALIAS = re.compile(
    r"[,;(\[]?\s*\b(?:d/?\s?b/?\s?a/?|a/?k/?a|f/?k/?a|t/a|trading as|doing business as|formerly(?: known as)?"
    r"|previously(?: known as)?|(?:also|now) known as|renamed)\b[\s:.]*",
    re.IGNORECASE,
)
_HEAD = (
    r"(?:(?:group |deputy |vice |joint )?(?:chief executives?(?: officer)?|ceo|cfo|coo|chair(?:man|woman|person)?"
    r"|president|director general|managing director|secretary general|general secretary|executive director)"
    r"|executive|board of (?:directors|trustees)|trustees|members|leaders?|director|head|editor|representatives?"
    r"|delegation|staff|officers|office)"
)
_OFFICE = re.compile(
    rf"(?:the )?{_HEAD}(?: (?:team|committee))?(?: and {_HEAD})?,? (?:of|at|from|for|with) (?:the )?(.+)"
    rf"|(?:ceo|chief executive(?: officer)?|chair(?:man)?),? (.+)"
    rf"|round ?table(?: discussion| meeting)?(?: with)? (.+)"
    rf"|(.{{4,}}?),? (?:ceo|chief executive(?: officer)?|chair(?:man|woman)?|representatives?|delegation)",
)
_SIDES = re.compile(r"\s+[-–—]\s+|[:;]\s|\s*[()\[\]]\s*|,\s+|\bc/o\b", re.IGNORECASE)
_HONORED = re.compile(
    r"(?:the )?(?:rt hon|right honourable|sir|dame|lord|lady|baroness|mr|mrs|ms|dr|prof(?:essor)?|hon|cllr|ceo|chairman"
    r"|chief executive)\b"
)
# Endings of companies that are words or states elsewhere: "Zephyr AG", but also "Greater Hills AG".
_ENDINGS = frozenset(["ab", "ag", "as", "kk", "nv", "oy", "sa", "sas", "se", "sl", "spa"])

_COUNTRIES = frozenset(["uk", "gb", "us", "usa"])


@dataclass(frozen=True, slots=True)
class Beside:
    """Another name inside a name: its words as they are compared, how likely it is what was meant, and why."""

    core: tuple[str, ...]
    p: float
    why: str

    @property
    def compact(self) -> str:
        """Its letters."""
        return "".join(self.core)


@lru_cache(maxsize=200_000)
def beside(name: str) -> tuple[Beside, ...]:
    """At most three other names, the likeliest first; none that says too little to ask about."""
    name = " ".join(name.split())[:LONGEST]
    own, found = core_words(name), dict[tuple[str, ...], Beside]()
    for text, p, why in _said(name):
        core = core_words(text)
        if core != own and _tells(core, text):
            found.setdefault(core, Beside(core, p, why))
    return tuple(sorted(found.values(), key=lambda one: (-one.p, one.core))[:3])


def _said(name: str) -> Iterator[tuple[str, float, str]]:
    parts = _ALIAS.split(name)
    for part in parts[1:]:
        yield part.strip(" )]"), FORMER, "a former or a trading name"
    plain = fold(re.sub(r"[()\[\]]", " ", parts[0]).replace("&", " and "))
    if office := _OFFICE.fullmatch(plain):
        yield next(text for text in office.groups() if text), OFFICE, "an office beside the name"
    words = raw_words(parts[0])
    if 1 < len(words) <= MOST_GLUED and not STOP.isdisjoint(words[1:]):
        yield "".join(words), GLUED, "one writes it in one word"
    if len(words) > 1 and words[-1] in _ENDINGS:
        yield " ".join(words[:-1]), COMPANY, "a company's ending"
    if len(words) > 1 and words[-1] in _COUNTRIES:
        yield " ".join(words[:-1]), COUNTRY, "only one says the country"
    sides = [side for side in _SIDES.split(parts[0]) if side.strip()]
    if len(sides) in (2, 3):
        if len(sides) == 3 and _person(f"{sides[1]} {sides[0]}"):  # "Reyes, Ana, Harbor Ferries"
            sides = [f"{sides[1]} {sides[0]}", sides[2]]
        people = {side for side in sides if _person(side)}
        if people:
            yield from ((side, PERSON, "a person beside the name") for side in sides if side not in people)


def _person(text: str) -> bool:
    """Whether a piece of a name is a person's: a usual first name and a word or two that name no organization."""
    if _HONORED.match(plain := fold(text)):
        return True
    words = plain.split()
    return 2 <= len(words) <= 4 and is_given(words[0]) and all(known(w) < COMMON and w.isalpha() for w in words[1:])


def _tells(core: tuple[str, ...], text: str) -> bool:
    """Whether a name says enough to be asked about: two words of which one is seldom, a rare word, an acronym."""
    if re.fullmatch(_HEAD, fold(text)):
        return False
    if len(core) > 1:
        return sum(weight(word) for word in core) >= 8 and not _person(text)
    word = core[0] if core else ""
    return len(word) >= 3 and not word.isdigit() and (known(word) < 4 or text.strip(" .").isupper())
