"""Why two records of people may be one, field by field and in words, for whoever answers."""

from __future__ import annotations

from lpgraph.identity.people_compare import (
    family_level,
    generation_level,
    given_level,
    middle_level,
    phone_level,
    sets_level,
    text_level,
)
from lpgraph.identity.people_read import PersonCard, read

Evidence = tuple[tuple[str, str, str, str], ...]

_GIVEN = ("different", "missing", "an initial fits a middle name", "only an initial in common", "a slip apart",
          "two short forms of one name", "a usual short form", "same")  # fmt: skip
_FAMILY = ("different", "missing", "cut to an initial", "a slip apart", "one part of a double name",
           "given name and surname turned", "same")  # fmt: skip
_MIDDLE = ("different", "said once", "", "an initial fits", "same")
_GENERATION = ("different", "said once", "", "same")
_SETS = ("different", "said once", "same")
_PHONE = ("different", "said once", "one digit off", "same")
_TEXT = ("different", "said once", "nearly the same", "same")


def evidence(a: PersonCard, b: PersonCard) -> Evidence:
    """(field, verdict, a's value, b's value) of every field that one of both fills."""
    x, y = read(a), read(b)
    mails = max(sets_level(x.emails, y.emails), sets_level(x.boxes, y.boxes))
    if (x.emails or x.boxes) and (y.emails or y.boxes) and mails == 1:
        mails = 0
    lines: Evidence = (
        ("first name", _GIVEN[given_level(x.name, y.name)], _words(x.name.given), _words(y.name.given)),
        ("surname", _FAMILY[family_level(x.name, y.name)], _words(x.name.family), _words(y.name.family)),
        ("middle name", _MIDDLE[middle_level(x.name, y.name)], _words(x.name.middle), _words(y.name.middle)),
        (
            "Jr, Sr",
            _GENERATION[generation_level(x.name, y.name)],
            _number(x.name.generation),
            _number(y.name.generation),
        ),
        ("e-mail", _SETS[mails], ", ".join(a.emails), ", ".join(b.emails)),
        ("phone", _PHONE[phone_level(x.phones, y.phones)], ", ".join(a.phones), ", ".join(b.phones)),
        ("city", _TEXT[text_level(x.city, y.city)], a.city, b.city),
        ("zip", _TEXT[text_level(x.zip, y.zip)], a.zip, b.zip),
        ("state", _TEXT[text_level(x.state, y.state)], a.state, b.state),
        ("organization", _TEXT[text_level(x.organization, y.organization)], a.organization, b.organization),
        ("title", _TEXT[text_level(x.post, y.post)], a.title, b.title),
    )
    return tuple(line for line in lines if line[1] and (line[2] or line[3]))


def _number(generation: int) -> str:
    return ("", "Sr", "Jr", "III", "IV")[generation]


def _words(parts: tuple[str, ...]) -> str:
    return " ".join(part.capitalize() for part in parts)
