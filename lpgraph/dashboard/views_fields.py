"""The fields of a profile as they are drawn: the value, who says so, what files say besides, who set it right."""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean, short
from lpgraph.dashboard.views import source_text, sources_text
from lpgraph.explore.fields import Correction, Field, Said
from lpgraph.explore.profile import Profile

LONGEST = 200  # letters of a value that are shown
MOST_SAID = 5
KINDS = {"classification": words.FIELD_CLASSIFICATIONS}  # fields that know only these


@dataclass(frozen=True, slots=True)
class Corrected:
    """Who set a field to what, and when; ``entry`` is the id to take it back by."""

    text: str
    entry: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One field with a value."""

    name: str
    title: str
    value: str
    source: str  # of the value, where a file says it
    others: str  # what files say besides; of a corrected field all that they say
    corrections: tuple[Corrected, ...]  # the one that counts first
    now: str  # what a correction begins with


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields that have a value, and those (name → title) that nobody has filled yet."""

    shown: tuple[Shown, ...]
    empty: dict[str, str]

    @property
    def corrected(self) -> bool:
        """Whether somebody set any of them right."""
        return any(one.corrections for one in self.shown)


def fields(profile: Profile) -> Fields:
    """The fields of a profile."""
    return Fields(
        tuple(_shown(one) for one in profile.fields if one.value or one.corrections),
        {one.name: title(one.name) for one in profile.fields if not one.value and not one.corrections},
    )


def title(name: str) -> str:
    """How a field is called on screen."""
    return words.FIELDS.get(name, name)


def _shown(field: Field) -> Shown:
    return Shown(
        field.name,
        title(field.name),
        _value(field.name, field.value),
        sources_text(field.sources),
        _others(field),
        tuple(_corrected(field, one) for one in field.corrections),
        clean(field.value),
    )


def _value(name: str, value: str) -> str:
    kinds = KINDS.get(name, {})
    return kinds.get(value) or (words.day(value) if name == "joined" else short(value, LONGEST))


def _others(field: Field) -> str:
    said = "; ".join(_said(field.name, one) for one in field.others[:MOST_SAID])
    more = words.FIELD_MORE.format(n=words.number(len(field.others) - MOST_SAID))
    said += more if len(field.others) > MOST_SAID else ""
    if field.corrections:
        return words.FIELD_SOURCES_SAY.format(said=said) if said else words.FIELD_SOURCES_SILENT
    return words.FIELD_ALSO_SAID.format(said=said) if said else ""


def _said(name: str, one: Said) -> str:
    return words.FIELD_SAID.format(value=_value(name, one.value), source=clean(_rows(one)))


def _rows(one: Said) -> str:
    more = words.FIELD_MORE.format(n=words.number(len(one.sources) - 1)) if len(one.sources) > 1 else ""
    return source_text(one.sources[0]) + more


def _corrected(field: Field, one: Correction) -> Corrected:
    author = short(one.author) or words.NOBODY_NAMED
    told = words.FIELD_CORRECTED if one == field.corrections[0] else words.FIELD_CORRECTED_BEFORE
    return Corrected(
        told.format(value=_value(field.name, one.value), author=author, day=words.day(one.on[:16])), one.entry
    )
