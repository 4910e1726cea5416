"""Cells that point at something: an id of the templates, a provider's id, a name, or (people) ``Name <e-mail>``.

All templates share one namespace, so an id given in one file is known in every other. A row that has an id is known by
its id; a row without one by its name. References that carry no news have rank 0.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders import areas, entities
from loaders.base import Context, Mention, Row, RowRefused
from loaders.templates.titled import titled
from lpgraph.ids import fold, seen
from lpgraph.model import Label

NAMESPACE = "lpgraph"
CACHE = 50_000  # a file names the same few events and organizations in row after row


def key(text: str) -> str:
    """What two writings of one id or name share."""
    text = entities.clean(text)
    return fold(text) if " " in text else seen(text).casefold()


@lru_cache(maxsize=CACHE)
def id_like(text: str) -> bool:
    """Whether a cell looks like an id rather than a name: one word with a digit in it, or a provider's id."""
    return bool(entities.prefixed(text)) or (" " not in text.strip() and any(c.isdigit() for c in text))


@lru_cache(maxsize=CACHE)
def known_by(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ident and the shared ids of an id or name."""
    provider = entities.prefixed(text)
    return ((provider,), (provider,)) if provider else ((key(text),), ())


@lru_cache(maxsize=CACHE)
def ref(label: Label, text: str) -> Mention:
    """A reference to anything but a person or an area: the same mention for the same text; copy it to change it."""
    ident, ids = known_by(text)
    mention = entities.thing(label, NAMESPACE, ident, "" if id_like(text) else text, rank=0)
    mention.ids = ids if label in (Label.PERSON, Label.ORGANIZATION) else ()
    return mention


@lru_cache(maxsize=CACHE)
def event(text: str) -> Mention:
    """A reference to an event: its id, or ``Title (2026-03-14)``, or its title. The day may be written in any way that
    a template's date may; a month is enough (``titled``)."""
    found = titled(text)
    if found.when:
        ident = (fold(found.title), found.when)
        return entities.thing(Label.EVENT, NAMESPACE, ident, found.title, rank=0, startAt=found.when)
    return ref(Label.EVENT, text)


def said(context: Context) -> Mention:
    """The event that the user named: the one that is known by it, else what the words say."""
    return context.known or event(context.event)


def person(row: Row, text: str, *, scope: str = "", organization: str = "") -> Mention:
    """A reference to a person. A bare name counts inside ``scope`` only (``""``: all templates)."""
    if id_like(text) and "@" not in text:
        ident, ids = known_by(text)
        return Mention(Label.PERSON, NAMESPACE, ident, {}, ids, rank=0)
    match = re.fullmatch(r"(.*?)\s*<([^<>]+)>", text)
    mail = entities.emails(row, match.group(2)) if match else ()
    name = entities.name(match.group(1) if match else text)
    if not name.text:
        raise RowRefused("a person needs an id or a name, not an e-mail alone")
    ident = entities.ident(name.text, emails=mail, organization=organization, scope=scope)
    return entities.person(NAMESPACE, ident, name, emails=mail, rank=0)


def area(row: Row, column: str) -> Mention | None:
    """The Area of a cell with an OCD division id or "City, ST"; anything else is flagged."""
    text = row.maybe(column)
    found = areas.place(text) if text else None
    if text and found is None:
        row.flag(f"no place is known by this {column}: write “City, ST” or an ocd-division id", column)
    return found


def date(row: Row, column: str) -> str:
    """The date of a cell as ISO text cut to its precision; one that cannot be read is flagged and left out."""
    return entities.date(row, row.maybe(column), column, "mdy")


def yes(row: Row, column: str) -> bool | None:
    """``True`` or ``False`` of a yes/no cell, ``None`` when it is empty; anything else is flagged."""
    text = row.maybe(column).casefold()
    if text in ("yes", "y", "true", "1", "x"):
        return True
    if text in ("no", "n", "false", "0"):
        return False
    if text:
        row.flag(f"{column} is neither yes nor no; it was left out", column)
    return None


def number(row: Row, column: str, low: int, high: int) -> int | None:
    """The whole number of a cell between two bounds; anything else is flagged and left out."""
    text = row.maybe(column).replace(",", "")
    if not text:
        return None
    whole = re.fullmatch(r"(\d+)(?:\.0+)?", text)
    if whole and low <= int(whole.group(1)) <= high:
        return int(whole.group(1))
    row.flag(f"{column} is not a number from {low} to {high}; it was left out", column)
    return None


def several(text: str) -> list[str]:
    """The parts of a cell with more than one value, separated by ``;``."""
    return [part.strip() for part in text.split(";") if part.strip()]
