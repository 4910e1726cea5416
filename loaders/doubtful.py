"""Names that name nobody, or two: what is said of the rows of every source after they are read.

“N/A”, “Zoom user”, “Vacant” are no people: a row that knows them by nothing else is refused, one with an address or an
id is kept and said. “Ann & Bob Miller” is two people: one is made of them, and said. An organization called “none” or
“self-employed” would tie strangers together: it is left out, and said. Organizations may be called “Ash & Vale”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders import entities
from loaders.base import Draft, Fact, Mention, Row, RowRefused
from lpgraph.ids import fold
from lpgraph.model import Label

_BLANKS = frozenset(
    """
    n a|null|none|nil|tbd|tba|tbc|unknown|to be determined|to be announced|to be confirmed|not applicable
    not available|not provided|not given|not specified|unspecified|undefined|blank|empty|no data|missing|test|testing
    test test|asdf|desconocido|ninguno|ninguna|no aplica|sin datos
    """.replace("\n", "|").split("|")
)
_NOBODY = _BLANKS | frozenset(
    """
    anonymous|anon|anonimo|no name|noname|sin nombre|name|full name|your name|first last|first name last name
    test user|test person|test name|test account|unknown unknown|unknown caller|guest|guest user|zoom user|zoom|user
    participant|attendee|caller|phone caller|call in user|admin|administrator|host|co host|owner|vacant|vacant seat
    vacancy|deleted|deleted user|plus one|walk in|xxx|xxxx|iphone|ipad|ipod|android|phone|laptop|tablet|computer|macbook
    """.replace("\n", "|").split("|")
)
_NO_BODY = _BLANKS | frozenset(
    """
    no organization|no affiliation|no employer|self|self employed|selfemployed|retired|unemployed|not employed
    homemaker|not affiliated|prefer not to say
    """.replace("\n", "|").split("|")
)
_NOBODY, _NO_BODY = (frozenset(word.strip() for word in words if word.strip()) for words in (_NOBODY, _NO_BODY))
_EXACTLY = frozenset(("NA", "NaN", "nan", "NAN", "na"))  # Na and Nan are names
_NUMBERED = re.compile(r"(?:guest|user|participant|attendee|caller|anonymous|test|zoom user|call in user) \d+")
_DEVICE = re.compile(
    r"(?P<whose>\w+ s )?(?:iphone|ipad|ipod|android|galaxy|pixel|macbook|laptop|tablet|computer|phone)"
    r"(?: (?:pro|max|air|plus|mini|ultra|note|tab|user|\w{0,2}\d+\w{0,2}))*"
)
_DAY = 10  # characters: a time of day may be past midnight
_AS_WRITTEN = ("people_sheet",)  # whose cells are kept as they are
_MARKS = re.compile(r"[-–—_.?*/\\#~=+,;:!'\"()\s]+")
_DIGITS = re.compile(r"[\d\s().+#*-]+")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|,?\s*\b(?:she|he|they|ze|xe|any|ella|él|elle)(?:\s*/\s*\w+)+", re.IGNORECASE)
_TWO = re.compile(r"\w\.?\s+(?:&|\+|and|und|et)\s+[^\W\d]|[^\W\d_]{2}\.?\s*[;/|]\s*[^\W\d_]{2}", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:minister|secretary|leader of|chief|whip|chancellor|department|household)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:[^\W\d_]{2,} [^\W\d_]{2,}, ){2,}(?:and |& )?[^\W\d_]{2,} [^\W\d_]{2,}")


def looked_at(row: Row, drafts: Sequence[Draft]) -> list[Draft]:
    """What a row says without the people and organizations that are none. Flags the row, or raises ``RowRefused``."""
    mentions = list({id(m): m for d in drafts for m in _ends(d)}.values())
    left = [m for m in mentions if _is_none(m)]
    gone = {id(m) for m in left}
    for mention in mentions:
        if mention.label is Label.PERSON and id(mention) not in gone:
            _look(row, mention)
    _order(row, drafts)
    if not left:
        return list(drafts)
    kept = [d for d in drafts if not any(id(m) in gone for m in _ends(d))]
    nobody = any(m.label is Label.PERSON for m in left)
    names = "is nobody's name" if nobody else "names no organization"
    if _lost(left, kept) or not any(isinstance(d, (Mention, Fact)) for d in kept):
        raise RowRefused(f"“{_called(left[0])}” {names}: write which it is, or leave the row out")
    row.flag(f"“{_called(left[0])}” {names}: {'nobody' if nobody else 'none'} was made of it")
    return kept


def _lost(left: Sequence[Mention], kept: Sequence[Draft]) -> bool:
    """Whether a row was about a person who is none: nobody is left in it."""
    return any(m.label is Label.PERSON for m in left) and not any(
        m.label is Label.PERSON for d in kept for m in _ends(d)
    )


def _is_none(mention: Mention) -> bool:
    """An organization that is none, or a person whom the row knows by nothing but a name that is none."""
    name = _called(mention)
    if mention.label is Label.ORGANIZATION:
        return _is_no_body(name)
    known = mention.emails or mention.phones or mention.ids or not _by_name(mention)
    return mention.label is Label.PERSON and bool(name) and not known and kind_of(name) == "nobody"


def _look(row: Row, person: Mention) -> None:
    """Say what is wrong with the name of a person who is kept."""
    name, kind = _called(person), kind_of(_called(person)) if _called(person) else ""
    if kind == "nobody":
        row.flag(f"“{name}” is nobody's name: write who it is")
        if person.emails:
            person.props["name"] = person.emails[0]
            for part in ("givenName", "familyName", "additionalName"):
                person.props.pop(part, None)
    elif kind == "device":
        row.flag(f"“{name}” is a device's name: write who it is")
    elif name and (kind == "two" or ("\n" in row.text and _lines(row, name))):
        row.flag(f"“{name}” may name two people: one was made of them. Write each in a row of their own")
    body = str(person.props.get("organization", ""))
    if _is_no_body(body) and person.namespace not in _AS_WRITTEN:
        del person.props["organization"]


def _order(row: Row, drafts: Sequence[Draft]) -> None:
    """Say where something ends before it begins; both dates are kept."""
    for props, first, last in (
        *((d.props, "startDate", "endDate") for d in drafts if isinstance(d, Fact)),
        *((m.props, "startAt", "endAt") for d in drafts for m in _ends(d) if m.label is Label.EVENT),
    ):
        begins, ends = str(props.get(first, "")), str(props.get(last, ""))
        cut = min(len(begins), len(ends), _DAY)
        if cut and begins[:cut] > ends[:cut]:
            row.flag(f"it ends ({ends}) before it begins ({begins}): correct one of the two")
            return


def _ends(draft: Draft) -> tuple[Mention, ...]:
    if isinstance(draft, Mention):
        return (draft,)
    return (draft.a, draft.b) if isinstance(draft, Fact) else ()


def _called(mention: Mention) -> str:
    return str(mention.props.get("name", ""))


def _by_name(person: Mention) -> bool:
    """Whether nothing but the name says who it is."""
    return not person.ident or person.ident[0].startswith(("name", "row"))


def _lines(row: Row, name: str) -> bool:
    """Whether a name was written in two lines of its cell."""
    cells = (v.strip() for v in row.data.values() if isinstance(v, str) and "\n" in v.strip())
    return any(
        " ".join(cell.split()) == name and all(" " in line.strip() for line in cell.split("\n")) for cell in cells
    )


@lru_cache(maxsize=50_000)
def kind_of(name: str) -> str:
    """``nobody``, ``device`` (somebody's), ``two``, or empty for a name like any other.

    >>> kind_of("N/A"), kind_of("Ana's iPhone"), kind_of("Ann & Bob Miller"), kind_of("Ana Vale")
    ('nobody', 'device', 'two', '')
    """
    folded = fold(name)
    words = folded.split()
    if len(words) > 1 and words[: len(words) // 2] == words[len(words) // 2 :]:  # first and last name are one word
        half = " ".join(words[: len(words) // 2])
        return "nobody" if half in _NOBODY else ""
    device = _DEVICE.fullmatch(folded)
    if device and device["whose"]:
        return "device"
    marks = _MARKS.fullmatch(name) or _DIGITS.fullmatch(name)
    if device or marks or folded in _NOBODY or name in _EXACTLY or _NUMBERED.fullmatch(folded):
        return "nobody"
    bare = entities.untitled(_ASIDE.sub("", name))
    two = _TWO.search(bare) is not None and not (_OFFICE.search(bare) or _in_two_alphabets(bare))
    return "two" if two or _SEVERAL.fullmatch(bare) else ""


def _in_two_alphabets(text: str) -> bool:
    """Whether a slash parts one name in two alphabets: “Taro Yamada / 山田太郎”."""
    parts = text.split("/")
    return len(parts) == 2 and parts[0].isascii() != parts[1].isascii()


@lru_cache(maxsize=50_000)
def _is_no_body(name: str) -> bool:
    return bool(name) and (bool(_MARKS.fullmatch(name)) or fold(name) in _NO_BODY or name in _EXACTLY)
