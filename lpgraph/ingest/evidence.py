"""Why two records may be one, and why not, in words: “same phone; first names Bill / William; different city”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lpgraph.identity import people_compare as compare
from lpgraph.identity.addresses import email_key, phone_key
from lpgraph.identity.organizations_read import state_code
from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_read import Person
from lpgraph.identity.people_read import read as read_person
from lpgraph.ids import fold
from lpgraph.ingest.cards import card
from lpgraph.ingest.derive import Known
from lpgraph.model import Label

Says = Literal["same", "alike", "different", "one side"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the comparison: what the two say, and whether that agrees; ``note``: what else is to be known."""

    field: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    says: Says
    note: str = ""

    @property
    def text(self) -> str:
        """The line in words; empty when only one side says anything, unless that alone is why one asks."""
        if self.says == "one side":
            return f"only one says {_list(self.a or self.b)}" if self.field == "suffix" else ""
        more = f" ({self.note})" if self.note else ""
        if self.says == "same":
            return f"same {self.field}{more}"
        if self.says == "alike":
            return f"{_many(self.field, self.a, self.b)} {_list(self.a)} / {_list(self.b)}{more}"
        if self.field in _TOLD:
            return f"different {_many(self.field, self.a, self.b)} ({_list(self.a)} / {_list(self.b)})"
        return f"different {self.field}"


_TOLD = frozenset({"first name", "middle name", "surname", "suffix", "name", "city", "state", "title"})
_LONGEST = 60  # of a value in a sentence: whoever signs up writes what they like
_OFFICE = "an office's, not one person's"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PLACES = {"title": "title", "organization": "organization", "city": "city", "state": "state", "zip": "ZIP code"}
_ORGANIZATION = {
    "acronym": "acronym", "affiliate": "affiliate", "designation": "designation", "localNumber": "local number",
    "ein": "EIN", "lmFileNumber": "file number", "city": "city", "state": "state",
}  # fmt: skip
_EVENT = {"city": "city", "state": "state", "type": "kind"}
_ORDER: dict[Says, int] = {"same": 0, "alike": 1, "different": 2, "one side": 3}


def _many(field: str, a: Sequence[str], b: Sequence[str]) -> str:
    return f"{field}s" if field.endswith(("name", "title")) and len({*a, *b}) > 1 else field


def _list(values: Sequence[str]) -> str:
    return ", ".join(_told(value) for value in values[:3]) + ("…" if len(values) > 3 else "")


def _told(value: str) -> str:
    """A value inside a sentence: not too long."""
    return isolated(value if len(value) <= _LONGEST else value[: _LONGEST - 1].rstrip() + "…")


def isolated(text: str) -> str:
    """A name inside a sentence: one that is written from right to left does not turn the rest around."""
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


def marks(label: Label, a: Sequence[Known], b: Sequence[Known]) -> Iterator[Mark]:
    """The comparison line by line, contacts and ids first; what neither says is left out."""
    yield from _emails(_contacts(a, "emails"), _contacts(b, "emails"))
    yield from _phones(_contacts(a, "phones"), _contacts(b, "phones"))
    yield from _ids(a, b)
    if label is Label.PERSON:
        one, two = _people(a), _people(b)
        yield from _person_names([p.name for p in one], [p.name for p in two])
        yield from _person_places(a, b, one, two)
        return
    yield from _keyed("name", _values(a, "name"), _values(b, "name"), fold)
    if label is Label.EVENT:
        yield from _keyed("date", _values(a, "startAt"), _values(b, "startAt"), lambda text: text[:10])
    for name, called in (_EVENT if label is Label.EVENT else _ORGANIZATION).items():
        yield from _keyed(called, _values(a, name), _values(b, name), _state if name == "state" else fold)


def sentence(found: Iterable[Mark], why: str = "") -> str:
    """The marks in one line, what speaks for it first; ``why``: what is to be known besides."""
    told = sorted((m for m in found if m.text), key=lambda m: _ORDER[m.says])
    return "; ".join(filter(None, (*(m.text for m in told), why))) or "nothing but what is alike in the names"


def _contacts(known: Iterable[Known], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for k in known for v in getattr(k.mention, kind)))


def _values(known: Iterable[Known], name: str) -> tuple[str, ...]:
    """What the mentions say under a name, in their own words or by their row's facts."""
    said = (k.mention.props.get(name) or k.mention.context.get(name) for k in known)
    return tuple(dict.fromkeys(str(v) for v in said if v))


def _keyed(field: str, a: tuple[str, ...], b: tuple[str, ...], key: Callable[[str], str]) -> Iterator[Mark]:
    if not a and not b:
        return
    if not a or not b:
        yield Mark(field, a, b, "one side")
        return
    one, two = ({key(v) or fold(v) for v in some} for some in (a, b))
    yield Mark(field, a, b, "same" if one & two else "different")


def _ids(a: Sequence[Known], b: Sequence[Known]) -> Iterator[Mark]:
    one, two = ({i for k in some for i in k.mention.ids} for some in (a, b))
    kinds = sorted({i.partition(":")[0] for i in one} & {i.partition(":")[0] for i in two})
    for kind in kinds:
        left, right = (tuple(sorted(i for i in some if i.partition(":")[0] == kind)) for some in (one, two))
        yield Mark(f"{kind} id", left, right, "same" if set(left) & set(right) else "different")


def _state(text: str) -> str:
    return state_code(text) or fold(text)


def _emails(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[Mark]:
    for mark in _keyed("e-mail", a, b, email_key):
        shared = {fold(v) for v in a} & {fold(v) for v in b}
        own = {email_key(v) for v in a} & {email_key(v) for v in b} - {""}
        yield replace(mark, note=_OFFICE) if shared and not own else mark


def _phones(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[Mark]:
    for mark in _keyed("phone", a, b, phone_key):
        one, two = (frozenset(phone_key(v) for v in some) - {""} for some in (a, b))
        near = mark.says == "different" and compare.phone_level(one, two) == 2
        yield replace(mark, says="alike", note="one digit off") if near else mark


def _people(known: Iterable[Known]) -> list[Person]:
    """The mentions as identity reads them; one that only sets a field right says nothing of who it is."""
    read = dict.fromkeys(read_person(card(k).person()) for k in known)
    return [one for one in read if one.name.given or one.name.family]


_PARTS: dict[str, Callable[[Person], str]] = {
    "title": lambda one: one.post, "organization": lambda one: one.organization, "city": lambda one: one.city,
    "state": lambda one: one.state, "zip": lambda one: one.zip,
}  # fmt: skip


def _person_places(a: Sequence[Known], b: Sequence[Known], one: list[Person], two: list[Person]) -> Iterator[Mark]:
    """Post, organization and place: the same in other words is alike ("councilor", "Council Member"), not different."""
    for name, called in _PLACES.items():
        for mark in _keyed(called, _values(a, name), _values(b, name), _state if name == "state" else fold):
            left, right = ({_PARTS[name](p) for p in some} - {""} for some in (one, two))
            near = mark.says == "different" and any(compare.text_level(x, y) >= 2 for x in left for y in right)
            yield replace(mark, says="alike") if near else mark


def _person_names(one: Sequence[PersonName], two: Sequence[PersonName]) -> Iterator[Mark]:
    """First name, middle name, surname and suffix, each as written, compared by the rule that identity uses."""
    if not one or not two:
        return
    given = max(compare.given_level(x, y) for x in one for y in two)
    family = max(compare.family_level(x, y) for x in one for y in two)
    turned = family == compare.TURNED
    yield from _part("first name", one, two, alike=turned or given > compare.OTHER, inside=given == compare.INSIDE)
    middle = max(compare.middle_level(x, y) for x in one for y in two)
    yield from _part("middle name", one, two, alike=middle > 0)
    yield from _part("surname", one, two, alike=family > compare.ELSE)
    left, right = (tuple(_GENERATION[g] for g in sorted({n.generation for n in some} - {0})) for some in (one, two))
    if left or right:
        says: Says = "one side" if not left or not right else "same" if {*left} & {*right} else "different"
        yield Mark("suffix", left, right, says)


_GENERATION = {1: "Sr.", 2: "Jr. or II", 3: "III", 4: "IV"}
_NAMED: dict[str, Callable[[PersonName], tuple[str, ...]]] = {
    "first name": lambda name: name.given, "middle name": lambda name: name.middle, "surname": lambda name: name.family,
}  # fmt: skip


def _part(
    field: str, one: Sequence[PersonName], two: Sequence[PersonName], *, alike: bool, inside: bool = False
) -> Iterator[Mark]:
    """One part of the names; ``inside``: the middle names are told too, one is called by it."""

    def said(names: Sequence[PersonName]) -> tuple[str, ...]:
        lone = field == "first name" and any(len(word) == 1 for n in names for word in n.given)
        parts = ((*n.given, *n.middle) if inside or lone else _NAMED[field](n) for n in names)
        return tuple(dict.fromkeys(" ".join(word.title() for word in some) for some in parts if some))

    left, right = said(one), said(two)
    if left and right:
        yield Mark(field, left, right, "same" if {*left} & {*right} else "alike" if alike else "different")
    elif left or right:
        yield Mark(field, left, right, "one side")
