"""Why two records may be one, and why not, in words: “same phone; first names Bill / William; different city”."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lpgraph.identity.addresses import email_key, phone_key
from lpgraph.identity.parse import PersonName, Verdict, compare_names, parse_name
from lpgraph.ids import fold
from lpgraph.ingest.derive import Known
from lpgraph.model import Label

Says = Literal["same", "alike", "different", "one side"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the comparison: what the two say, and whether that agrees. ``key``: same values by their key."""

    field: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    says: Says

    @property
    def text(self) -> str:
        """The line in words; empty when only one side says anything."""
        if self.says == "one side":
            return ""
        if self.says == "same":
            return f"same {self.field}"
        if self.says == "alike":
            return f"{_many(self.field, self.a, self.b)} {_list(self.a)} / {_list(self.b)}"
        if self.field in _TOLD:
            return f"different {_many(self.field, self.a, self.b)} ({_list(self.a)} / {_list(self.b)})"
        return f"different {self.field}"


_TOLD = frozenset({"first name", "middle name", "surname", "suffix", "name", "city", "state", "title"})
_PLACES = {"title": "title", "organization": "organization", "city": "city", "state": "state", "zip": "ZIP code"}
_ORGANIZATION = {
    "acronym": "acronym", "affiliate": "affiliate", "designation": "designation", "localNumber": "local number",
    "ein": "EIN", "lmFileNumber": "file number", "city": "city", "state": "state",
}  # fmt: skip
_ORDER: dict[Says, int] = {"same": 0, "alike": 1, "different": 2, "one side": 3}


def _many(field: str, a: Sequence[str], b: Sequence[str]) -> str:
    return f"{field}s" if field.endswith("name") and len({*a, *b}) > 1 else field


def _list(values: Sequence[str]) -> str:
    return ", ".join(values[:3]) + ("…" if len(values) > 3 else "")


def marks(label: Label, a: Sequence[Known], b: Sequence[Known]) -> Iterator[Mark]:
    """The comparison line by line, contacts and ids first; what neither says is left out."""
    yield from _keyed("e-mail", _contacts(a, "emails"), _contacts(b, "emails"), email_key)
    yield from _keyed("phone", _contacts(a, "phones"), _contacts(b, "phones"), phone_key)
    yield from _ids(a, b)
    if label is Label.PERSON:
        yield from _person_names(a, b)
    else:
        yield from _keyed("name", _values(a, "name"), _values(b, "name"), fold)
    for name, called in (_PLACES if label is Label.PERSON else _ORGANIZATION).items():
        yield from _keyed(called, _values(a, name), _values(b, name), fold)


def sentence(found: Iterable[Mark]) -> str:
    """The marks in one line, what speaks for it first."""
    told = sorted((m for m in found if m.text), key=lambda m: _ORDER[m.says])
    return "; ".join(m.text for m in told) or "nothing but what is alike in the names"


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


def _person_names(a: Sequence[Known], b: Sequence[Known]) -> Iterator[Mark]:
    """First name, middle name, surname and suffix, each as written, compared by the rule that identity uses."""
    names_a, names_b = _parsed(a), _parsed(b)
    if not names_a or not names_b:
        return
    whole = {compare_names(x, y) for x in names_a for y in names_b}
    for field, part in (("first name", "given"), ("middle name", "middle"), ("surname", "family")):
        left, right = (
            tuple(dict.fromkeys(_part(n, part) for n in some if _part(n, part))) for some in (names_a, names_b)
        )
        if not left or not right:
            if left or right:
                yield Mark(field, left, right, "one side")
        elif set(left) & set(right):
            yield Mark(field, left, right, "same")
        else:
            alike = Verdict.DIFFERENT not in whole or _near(left, right)
            yield Mark(field, left, right, "alike" if alike else "different")
    one, two = ({n.generation for n in some} - {0} for some in (names_a, names_b))
    if one and two:
        left, right = (tuple(_GENERATION[g] for g in sorted(some)) for some in (one, two))
        yield Mark("suffix", left, right, "same" if one & two else "different")


_GENERATION = {1: "Sr.", 2: "Jr.", 3: "III", 4: "IV"}


def _near(a: Iterable[str], b: Iterable[str]) -> bool:
    return any(x[:1] == y[:1] and (x.startswith(y) or y.startswith(x)) for x in a for y in b)


def _part(name: PersonName, part: str) -> str:
    return " ".join(word.title() for word in getattr(name, part))


def _parsed(known: Iterable[Known]) -> list[PersonName]:
    found: dict[PersonName, None] = {}
    for k in known:
        text = [str(k.mention.props.get(n, "")) for n in ("name", "givenName", "familyName")]
        if any(text):
            found[parse_name(*text)] = None
    return list(found)
