"""What the words of a relationship say: which fact type, between what, and which end comes first.

CiviCRM, NationBuilder and Kumu let their users name relationships. Only words whose meaning is plain are read;
``relation`` returns ``None`` for all others, and the loader says so: a wrong tie is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders import entities
from loaders.base import Fact, Mention, Row
from lpgraph.ids import fold
from lpgraph.model import Label, Props

_P, _O = Label.PERSON, Label.ORGANIZATION


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie as it is stored: ``a`` and ``b`` are the kinds of the first and second end *as written*.

    ``turned``: the second end as written is where the stored tie starts ("employer of").
    """

    type: str
    a: Label
    b: Label
    role: str = ""
    turned: bool = False


# (words of the relationship, fact type, the kinds of its ends as stored); the first that fits counts.
_WORDS: tuple[tuple[str, str, Label, Label], ...] = (
    (r"(?:is )?(?:an? |the )?(?:employee|staff(?: member)?)(?: (?:of|at|for))?", "STAFF_OF", _P, _O),
    (r"(?:works (?:for|at)|worked (?:for|at)|employed (?:by|at)|staff(?:er)?(?: of| at)?)", "STAFF_OF", _P, _O),
    (r"(?:is )?(?:on (?:the )?board(?: of)?|board (?:member|chair)(?: of)?|trustee(?: of)?)", "BOARD_OF", _P, _O),
    (r"(?:serves on (?:the )?board of|sits on (?:the )?board of|board)", "BOARD_OF", _P, _O),
    (r"(?:leads|heads|head of|leader of|runs|(?:executive )?director(?: of)?|president(?: of)?|ceo(?: of)?"
     r"|chair(?:person)?(?: of)?|founder(?: of)?|founded)", "LEADS", _P, _O),
    (r"(?:is )?(?:an? )?(?:member(?: of| in)?|membership|volunteer(?: for| at| with)?|treasurer(?: of)?"
     r"|secretary(?: of)?|organizer(?: for| at| with)?)", "MEMBER_OF", _P, _O),
    (r"(?:is )?(?:an? )?(?:affiliated (?:with|to)|affiliate(?: of)?|affiliation|chapter of|local of|subsidiary of"
     r"|part of|coalition partner(?: of)?|partner organization(?: of)?)", "AFFILIATED_WITH", _O, _O),
    (r"(?:knows|friend(?:s)?(?: of| with)?|colleague(?:s)?(?: of)?|coworker(?: of)?|acquaintance(?: of)?"
     r"|works with|mentor(?: of)?|mentee(?: of)?|supervisor(?: of)?|supervised by|supervises|reports to)",
     "KNOWS", _P, _P),
    (r"(?:spouse|husband|wife|partner|sibling|brother|sister|child|parent|son|daughter|family|relative)(?: of)?",
     "KNOWS", _P, _P),
)  # fmt: skip
_TURNED: tuple[tuple[str, str, Label, Label], ...] = (
    (r"(?:employer(?: of)?|employs)", "STAFF_OF", _P, _O),
    (r"(?:has (?:an? )?(?:board member|trustee))", "BOARD_OF", _P, _O),
    (r"(?:(?:is )?(?:led|headed|run|chaired) by|founded by)", "LEADS", _P, _O),
    (r"(?:has (?:an? )?(?:member|volunteer)|has member)", "MEMBER_OF", _P, _O),
    (r"(?:parent organization of|has (?:an? )?(?:chapter|affiliate|local))", "AFFILIATED_WITH", _O, _O),
)
_FAMILY = re.compile(r"spouse|husband|wife|partner|sibling|brother|sister|child|parent|son|daughter|family|relative")
# Ends of these are a person and a body, or two persons, whoever says it.
_SURE = re.compile(
    r"(?:is )?(?:an? |the )?(?:employee|employer|employed|board member|trustee|treasurer|secretary|president|ceo"
    r"|volunteer|executive director|friends?|colleagues?|coworker|acquaintance|knows|spouse|husband|wife|sibling"
    r"|brother|sister|son|daughter|mentor|mentee)\b.*"
)
_BODY = frozenset((
    "committee", "organization", "organisation", "employer", "company", "union", "board", "chapter", "coalition",
    "group", "campaign", "foundation", "firm",
))  # fmt: skip
# What a column of kinds may hold.
KINDS: Mapping[str, Label] = {
    **dict.fromkeys(("person", "people", "individual", "contact", "official", "elected official", "staff", "0"), _P),
    **dict.fromkeys((
        "organization", "organisation", "organizations", "org", "group", "union", "coalition", "institution", "company",
        "nonprofit", "agency", "foundation", "funder", "committee", "1",
    ), _O),
}  # fmt: skip


def kind(text: str) -> Label | None:
    """Person or organization, as a column of kinds says it; ``None`` for any other word."""
    return KINDS.get(fold(text))


def relation(text: str, first: Label | None = None, second: Label | None = None) -> Relation | None:
    """What a relationship's words say, between ends whose kinds are known or told by the words; else ``None``.

    A union is a member of a coalition, and a body has partners: words that go between either kind are read only where
    the kinds of both ends are stated.
    """
    words = fold(text)
    found = _plain(words) or _ordered(text)
    if (first is None or second is None) and not (_SURE.fullmatch(words) or _ordered(text)):
        return None
    if found is not None and (first or found.a, second or found.b) == (found.a, found.b):
        return found
    if (first, second) == (_O, _O) and found is not None and found.type in ("MEMBER_OF", "AFFILIATED_WITH"):
        return Relation("AFFILIATED_WITH", _O, _O, entities.clean(text), found.turned)
    if (first, second) == (_O, _P) and found is not None and (found.b, found.a) == (_O, _P) and not found.turned:
        return Relation(found.type, _O, _P, found.role, True)  # drawn from the organization to its person
    if (first, second) == (_P, _O) and found is not None and found.turned and (found.a, found.b) == (_O, _P):
        return Relation(found.type, _P, _O, found.role)
    return None


def _plain(words: str) -> Relation | None:
    """A relationship named by one phrase: "Employee of", "employs"."""
    for pattern, type_, a, b in _WORDS:
        if re.fullmatch(pattern, words):
            family = type_ == "KNOWS" and _FAMILY.search(words)
            return Relation(type_, a, b, "family" if family else re.sub(r" (?:of|at|for|with|in)$", "", words))
    for pattern, type_, a, b in _TURNED:
        if re.fullmatch(pattern, words):
            return Relation(type_, b, a, "", True)
    return None


def _ordered(text: str) -> Relation | None:
    """A relationship named by the roles of its two ends: "treasurer-committee", "friend-friend"."""
    roles = [fold(part) for part in re.split(r"\s*[-–/]\s*", text.strip())]
    if len(roles) != 2 or not all(roles):
        return None
    first, second = roles
    if second in _BODY and first not in _BODY:
        known = _plain(first)
        type_ = known.type if known is not None and known.b is _O and not known.turned else "MEMBER_OF"
        return Relation("STAFF_OF" if second == "employer" else type_, _P, _O, first)
    if first in _BODY and second not in _BODY:
        other = _ordered(f"{second}-{first}")
        return Relation(other.type, _O, _P, second, True) if other else None
    known = _plain(first)
    if known is None or known.type != "KNOWS":
        known = _plain(second)
    if known is None or known.type != "KNOWS":
        return None
    return known if known.role == "family" or first == second else Relation("KNOWS", _P, _P, f"{first} – {second}")


def tie(told: Relation, first: Mention, second: Mention, common: Props, record: tuple[str, ...]) -> Fact:
    """The fact between two mentions, turned where it is stored the other way round."""
    a, b = (second, first) if told.turned else (first, second)
    own = (
        entities.filled(basis=told.role, assertion="reported")
        if told.type == "KNOWS"
        else entities.filled(role=told.role)
    )
    return Fact(told.type, a, b, {**common, **own}, record)


def unread(row: Row, text: str, column: str) -> None:
    """Say that a relationship's words are not among those that can be read."""
    row.flag(
        f"what {text!r} means is not known, or between what it stands: no tie was made. Write it in "
        "`lpgraph template ties`, or call it employee of, board member of or friend of; or state the kinds of both "
        "ends and call it member of, leads or affiliated with",
        column,
    )
